package io.switchboard.bench;

import io.switchboard.control.receipts.Timeline;
import io.switchboard.control.receipts.TimelineFilter;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** The timeline's first page of a tenant with a million receipts against that of one with a thousand, in the same tables. */
final class TimelineFigures {

    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int CALLS = 20;
    private static final int PAGE = 20;

    private final BenchServices services;

    TimelineFigures(BenchServices services) {
        this.services = services;
    }

    void measure(Report report) throws Exception {
        var url = services.url("timeline_" + System.nanoTime());
        try (var portal = services.portal(url)) {
            var few = tenant(portal, "few");
            var many = tenant(portal, "many");
            try (var history = new History(url, few.value(), FEW, many.value(), MANY)) {
                history.write();
            }
            compare(portal.getBean(Timeline.class), few, many, report);
        }
        services.drop(url); // three gigabytes
    }

    private static TenantId tenant(ApplicationContext portal, String slug) {
        var settings = new TenantSettings(slug, "#1f5eff", Optional.empty(), 365);
        return portal.getBean(Tenants.class)
                .register(new Slug(slug), Plan.ENTERPRISE, settings)
                .id();
    }

    private static void compare(Timeline timeline, TenantId few, TenantId many, Report report) throws Exception {
        var warm = new Rounds();
        var atFew = new Rounds();
        var atMany = new Rounds();
        for (int round = 0; round <= Rounds.COUNT; round++) {
            open(timeline, few, round == 0 ? warm : atFew);
            open(timeline, many, round == 0 ? warm : atMany);
        }
        report.add(
                "timeline.page-at-1M",
                atMany.median() * 1_000,
                "ms",
                atFew.median() / atMany.median(),
                "page-at-1k",
                1 / 1.5);
    }

    private static void open(Timeline timeline, TenantId tenant, Rounds rounds) throws Exception {
        for (int call = 0; call < CALLS; call++) {
            rounds.time(() -> requireAPage(timeline, tenant));
        }
    }

    private static void requireAPage(Timeline timeline, TenantId tenant) {
        var page = timeline.page(tenant, TimelineFilter.ALL, Optional.empty(), PAGE);
        boolean whole = page.items().size() == PAGE
                && page.next().isPresent()
                && page.items().stream()
                        .allMatch(thread -> thread.entries().size() == History.THREAD
                                && thread.entries().stream()
                                        .noneMatch(entry -> entry.why().isEmpty()
                                                || entry.subjects().isEmpty()));
        if (!whole) {
            throw new IllegalStateException("that is not the first page of the timeline: " + page);
        }
    }
}
