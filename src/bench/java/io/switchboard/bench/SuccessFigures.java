package io.switchboard.bench;

import io.switchboard.insight.success.Metric;
import io.switchboard.insight.success.Period;
import io.switchboard.insight.success.PilotDesk;
import io.switchboard.insight.success.SuccessDesk;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data of the success dashboard, 90 days of it, of a tenant with a million receipts against that of one with ten thousand. */
final class SuccessFigures {

    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int CALLS = 40;
    private static final int WARM_UP = 10;
    private static final Duration LONGEST = Duration.ofMinutes(12);

    private final BenchServices services;

    SuccessFigures(BenchServices services) {
        this.services = services;
    }

    void measure(Report report) throws Exception {
        var url = services.url("success_" + System.nanoTime());
        try (var portal = services.portal(url)) {
            var few = tenant(portal, "few");
            var many = tenant(portal, "many");
            var begin = Instant.now().minus(Duration.ofDays(85)).truncatedTo(ChronoUnit.SECONDS);
            try (var history = new History(url, few.value(), FEW, many.value(), MANY, begin, MANY / FEW)) {
                history.write();
            }
            rollUp(portal, few, FEW, many, MANY);
            compare(portal.getBean(SuccessDesk.class), few, many, report);
            comparePilots(portal, report);
        }
        services.drop(url); // three gigabytes
    }

    /** The page over all tenants, which cannot leave out the large one, beside a portal in which there are two small ones. */
    private void comparePilots(ApplicationContext large, Report report) throws Exception {
        var url = services.url("pilots_" + System.nanoTime());
        try (var small = services.portal(url)) {
            var one = tenant(small, "one");
            var other = tenant(small, "other");
            var begin = Instant.now().minus(Duration.ofDays(85)).truncatedTo(ChronoUnit.SECONDS);
            try (var history = new History(url, one.value(), FEW, other.value(), FEW, begin, MANY / FEW)) {
                history.write();
            }
            rollUp(small, one, FEW, other, FEW);
            var atFew = new Rounds();
            var atMany = new Rounds();
            var pms = List.of(pm(small), pm(large));
            for (int call = 0; call < CALLS; call++) {
                overview(small, pms.getFirst(), call < WARM_UP ? new Rounds() : atFew);
                overview(large, pms.getLast(), call < WARM_UP ? new Rounds() : atMany);
            }
            report.add(
                    "success.pilots-p95-at-1M",
                    atMany.quantile(0.95) * 1_000,
                    "ms",
                    atFew.quantile(0.95) / atMany.quantile(0.95),
                    "pilots-p95-at-20k",
                    1 / 1.5);
        }
        services.drop(url);
    }

    private static Caller pm(ApplicationContext portal) {
        return new Caller(tenant(portal, "platform"), Actor.service("bench"), Set.of(Role.PM));
    }

    private static void overview(ApplicationContext portal, Caller pm, Rounds rounds) throws Exception {
        var desk = portal.getBean(PilotDesk.class);
        rounds.time(() -> {
            var overview = desk.overview(pm, Period.QUARTER).orElseThrow();
            if (overview.pilots().size() != 2 || overview.cycleTimes().stream().allMatch(time -> time.done() == 0)) {
                throw new IllegalStateException("that is not the page of the pilots: " + overview);
            }
        });
    }

    private static TenantId tenant(ApplicationContext portal, String slug) {
        var settings = new TenantSettings(slug, "#1f5eff", Optional.empty(), 365);
        return portal.getBean(Tenants.class)
                .register(new Slug(slug), Plan.ENTERPRISE, settings)
                .id();
    }

    /** Waits until the portal itself has added up both pasts. */
    private static void rollUp(
            ApplicationContext portal, TenantId one, int receipts, TenantId other, int otherReceipts) {
        var jdbc = portal.getBean(JdbcClient.class);
        long start = System.nanoTime();
        while (counted(jdbc, one) < receipts || counted(jdbc, other) < otherReceipts) {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new IllegalStateException("only " + counted(jdbc, other) + " receipts were added up");
            }
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        System.out.printf(
                "The rollup of %d receipts took %.0f s%n", receipts + otherReceipts, (System.nanoTime() - start) / 1e9);
    }

    private static long counted(JdbcClient jdbc, TenantId tenant) {
        return jdbc.sql("SELECT next_index FROM success_progress WHERE tenant_id = ?")
                .param(tenant.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static void compare(SuccessDesk desk, TenantId few, TenantId many, Report report) throws Exception {
        var warm = new Rounds();
        var atFew = new Rounds();
        var atMany = new Rounds();
        for (int round = 0; round <= Rounds.COUNT; round++) {
            open(desk, few, round == 0 ? warm : atFew);
            open(desk, many, round == 0 ? warm : atMany);
        }
        report.add(
                "success.dashboard-p95-at-1M",
                atMany.quantile(0.95) * 1_000,
                "ms",
                atFew.quantile(0.95) / atMany.quantile(0.95),
                "dashboard-p95-at-10k",
                1 / 1.5);
    }

    private static void open(SuccessDesk desk, TenantId tenant, Rounds rounds) throws Exception {
        var caller = new Caller(tenant, Actor.service("bench"), Set.of(Role.PARTNER_ADMIN));
        for (int call = 0; call < CALLS; call++) {
            rounds.time(() -> {
                var success = desk.of(caller, Period.QUARTER);
                boolean whole = success.figure(Metric.DRY_RUNS).value().isPresent()
                        && success.figure(Metric.ACTIVE_PEOPLE).value().orElse(0) == 26;
                if (!whole) {
                    throw new IllegalStateException("that is not the dashboard: " + success.figures());
                }
            });
        }
    }
}
