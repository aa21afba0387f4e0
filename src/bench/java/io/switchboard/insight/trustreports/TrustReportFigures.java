package io.switchboard.insight.trustreports;

import io.switchboard.bench.LiveHeap;
import io.switchboard.bench.Report;
import io.switchboard.bench.Rounds;
import io.switchboard.journeys.WarmChromium;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.springframework.context.ApplicationContext;

/**
 * A Trust Report of twenty pages from its facts to a signed PDF/A with its twin, against a warm headless Chromium that prints the report's own page of HTML as a tagged PDF, unsigned; then the reports of
 * five hundred tenants in a row.
 */
public final class TrustReportFigures {

    private static final int WARM = 20;
    private static final int PRINTS = 40;
    private static final int TENANTS = 500;
    private static final int FIRST = 50;
    private static final int ROWS = 170;

    private final ReportPress press;
    private final Tenant tenant;

    public TrustReportFigures(ApplicationContext portal) {
        press = portal.getBean(ReportPress.class);
        tenant = portal.getBean(Tenants.class)
                .register(
                        new Slug("weekly"),
                        Plan.ENTERPRISE,
                        new TenantSettings("Weekly", "#1f5eff", Optional.empty(), 365));
        portal.getBean(KeyRing.class)
                .establish(tenant.id(), tenant.log(), tenant.log().value());
    }

    public void measure(Report report) throws Exception {
        againstChromium(report);
        inARow(report);
    }

    private void againstChromium(Report report) throws Exception {
        var product = new Rounds();
        var peer = new Rounds();
        try (var chromium = new WarmChromium()) {
            for (int i = 0; i < WARM + PRINTS; i++) {
                var facts = facts(i);
                var html = new String(new ReportHtml(facts).page(), StandardCharsets.UTF_8);
                var ours = i < WARM ? new Rounds() : product;
                var theirs = i < WARM ? new Rounds() : peer;
                ours.time(() -> requireTwentyPages(press.print(facts).pdf()));
                theirs.time(() -> chromium.print(html));
            }
        }
        report.add(
                "trust-report.20-pages-p95",
                product.quantile(0.95) * 1_000,
                "ms",
                peer.quantile(0.95) / product.quantile(0.95),
                "warm-chromium",
                2);
    }

    /** The rate of the last fifty against that of the first, and what is alive on the heap. */
    private void inARow(Report report) throws Exception {
        var each = new double[TENANTS];
        long early = 0;
        for (int i = 0; i < TENANTS; i++) {
            var facts = facts(i);
            long start = System.nanoTime();
            press.print(facts);
            each[i] = System.nanoTime() - start;
            if (i == FIRST - 1) {
                early = LiveHeap.now();
            }
        }
        long late = LiveHeap.now();
        double first = IntStream.range(0, FIRST).mapToDouble(i -> each[i]).sum();
        double last = IntStream.range(TENANTS - FIRST, TENANTS)
                .mapToDouble(i -> each[i])
                .sum();
        report.add("trust-report.rate-of-the-last-50", FIRST / (last / 1e9), "/s", first / last, "first-50", 0.9);
        report.add("trust-report.heap-after-500", late / 1e6, "MB", (double) early / late, "heap-after-50", 1 / 1.1);
    }

    private static void requireTwentyPages(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            if (document.getNumberOfPages() < 20) {
                throw new IllegalStateException("the report has " + document.getNumberOfPages() + " pages");
            }
        }
    }

    /** Another moment each time, so that nothing is the same document as before. */
    private ReportFacts facts(int number) {
        var now = Instant.ofEpochSecond(1_790_000_000L).plus(Duration.ofMinutes(number));
        return new ReportFacts(
                tenant,
                new Span(Week.of(now, ZoneOffset.UTC), now),
                1,
                "9f86d081884c7d659a2feaa0c55ad015",
                Optional.empty(),
                Optional.of("bm9uY2Ugb2YgMTI4IGJpdA"),
                IntStream.range(0, 5).mapToObj(TrustReportFigures::section).toList(),
                Optional.empty());
    }

    private static Section section(int number) {
        return Section.of(
                        "section-" + number,
                        "Section " + number,
                        Section.State.AS_IT_SHOULD_BE,
                        "What there is to say about it in a sentence.",
                        IntStream.range(0, 8)
                                .mapToObj(measure -> new Measure(
                                        "measure-" + measure,
                                        "Measure " + measure,
                                        new Reading.Count(measure * 1_000L),
                                        new Reading.Took(Duration.ofMinutes(measure)),
                                        "Receipts with the outcome allowed, by when they occurred."))
                                .toList())
                .with(IntStream.range(0, 7)
                        .mapToObj(day -> new Section.Day("Day " + day, day * 100L, day * 3L, day))
                        .toList())
                .with(new Details(
                        "Incidents of the week",
                        List.of("Incident", "Severity", "Status", "Mitigated after"),
                        IntStream.range(0, ROWS)
                                .mapToObj(row -> List.of(
                                        "INC-" + row + " Checkout is slow in the shop of the EU",
                                        "high",
                                        "resolved",
                                        row + " min"))
                                .toList(),
                        ROWS));
    }
}
