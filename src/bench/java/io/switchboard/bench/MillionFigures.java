package io.switchboard.bench;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.insight.trustreports.TrustReport;
import io.switchboard.insight.trustreports.TrustReports;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** A Trust Report of a week with a million receipts, beside one of a week with ten thousand; everything from the facts on record to the signed document, in one transaction. */
final class MillionFigures {

    private static final int MANY = 1_000_000;
    private static final int FEW = 10_000;
    private static final int ROUNDS = 2;

    private final BenchServices services;

    MillionFigures(BenchServices services) {
        this.services = services;
    }

    void measure(Report report) throws Exception {
        var url = services.url("million_" + System.nanoTime());
        try (var portal = services.portal(url)) {
            var few = tenant(portal, "few");
            var many = tenant(portal, "many");
            var monday = LocalDate.now(ZoneOffset.UTC)
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .minusWeeks(1);
            write(url, few, many, monday);
            var ofFew = new Rounds();
            var ofMany = new Rounds();
            for (int round = 0; round < ROUNDS; round++) {
                time(portal, few, monday, ofFew);
                time(portal, many, monday, ofMany);
            }
            report.add(
                    "trust-report.week-of-a-million",
                    ofMany.median(),
                    "s",
                    ofFew.median() / ofMany.median(),
                    "week-of-10k",
                    0);
            requireAll(url, many);
            long before = LiveHeap.now();
            long peak = LiveHeap.peakDuring(() -> time(portal, many, monday, new Rounds()));
            report.add("trust-report.live-heap-of-a-million", (peak - before) / 1e6, "MB", 1, "itself", 0);
        }
        services.drop(url);
    }

    private static Tenant tenant(ApplicationContext portal, String slug) {
        var tenant = portal.getBean(Tenants.class)
                .register(new Slug(slug), Plan.ENTERPRISE, new TenantSettings(slug, "#1f5eff", Optional.empty(), 365));
        portal.getBean(KeyRing.class)
                .establish(tenant.id(), tenant.log(), tenant.log().value());
        portal.getBean(Members.class).add(tenant.id(), "eve", "Eve", "Laurent", Set.of(Role.EVALUATOR));
        return tenant;
    }

    /** All of it within the week, which has 604,800 seconds. */
    private static void write(String url, Tenant few, Tenant many, LocalDate monday) throws SQLException {
        var begin = monday.atStartOfDay(ZoneOffset.UTC).toInstant();
        var apart = Duration.ofMillis(600);
        try (var history = new History(url, few.id().value(), FEW, many.id().value(), MANY, begin, apart, MANY / FEW)) {
            history.write();
        }
        try (var connection = DriverManager.getConnection(url, "root", "");
                var statement = connection.createStatement()) {
            statement.execute("UPDATE tenant SET created_at = created_at - INTERVAL 120 DAY");
            statement.execute("TRUNCATE TABLE log_entry"); // the log begins with the first report
        }
    }

    private static void time(ApplicationContext portal, Tenant tenant, LocalDate monday, Rounds rounds)
            throws Exception {
        var eve =
                portal.getBean(Members.class).findByUserName(tenant.id(), "eve").orElseThrow();
        var caller = new Caller(tenant.id(), Actor.user(new MemberId(eve.id().value())), eve.roles());
        rounds.time(() -> {
            if (!(portal.getBean(TrustReports.class).issue(caller, monday) instanceof Enforced.Done<TrustReport>)) {
                throw new IllegalStateException("the report was not made");
            }
        });
    }

    /** A report that had left any out would be quick as well. */
    private static void requireAll(String url, Tenant tenant) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "root", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT COUNT(*) FROM trust_report WHERE CONVERT(json USING utf8mb4) LIKE '%750000%' AND tenant_id = '"
                                + tenant.id() + "'")) {
            rows.next();
            if (rows.getInt(1) != ROUNDS) {
                throw new IllegalStateException("the report does not say that there were a million");
            }
        }
    }
}
