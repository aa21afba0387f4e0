package io.switchboard.insight.trustreports;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.LogId;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.documents.DocumentRenderer;
import io.switchboard.platform.documents.VeraPdf;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TrustReportDocumentTest {

    private static final DocumentRenderer RENDERER = new DocumentRenderer();
    private static final Instant NOW = Instant.parse("2026-11-25T10:15:00Z");
    private static final String NONCE = "bm9uY2Ugb2YgMTI4IGJpdA";
    private static final String LONG =
            "A very long name that has to wrap ".repeat(15).strip();

    @Test
    void conformsToPdfA3aAndPdfUa1AlsoOverManyPagesWithLongNamesAndForeignScripts() {
        var pdf =
                RENDERER.render(request(facts(LONG + " שלום العربية 😀", 250))).pdf();
        assertThat(VeraPdf.faults(pdf, "3a")).isEmpty();
        assertThat(VeraPdf.faults(pdf, "ua1")).isEmpty();
    }

    @Test
    void losesNoTextOnItsWayToThePage() throws IOException {
        var facts = facts("Acme Corporation", 250);
        var text = text(RENDERER.render(request(facts)).pdf());
        assertThat(values(facts))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(text).as(value).contains(squeezed(value)));
    }

    @Test
    void isTheSameBytesForTheSameFacts() {
        assertThat(RENDERER.render(request(facts("Acme", 20))).pdf())
                .isEqualTo(RENDERER.render(request(facts("Acme", 20))).pdf());
        assertThat(facts("Acme", 20).json()).isEqualTo(facts("Acme", 20).json());
    }

    @Test
    void itsContentsNameThePageOfEachSection() throws IOException {
        try (var pdf =
                Loader.loadPDF(RENDERER.render(request(facts("Acme", 120))).pdf())) {
            var stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            var cover = stripper.getText(pdf);
            assertThat(cover).contains("Contents", "1. Governed actions").doesNotContain("…");
            for (int page = 2; page <= pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                if (stripper.getText(pdf).contains("2. Incidents")) {
                    assertThat(cover).containsPattern("2\\. Incidents\\s+look at this\\s+" + page);
                }
            }
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
        }
    }

    @Test
    void itsTwinTellsWhatIsNotRecordedFromZero() {
        var json = new JsonMapper().readTree(facts("Acme", 2).json());
        assertThat(json.path("week").path("iso").asString()).isEqualTo("2026-W48");
        assertThat(json.path("interim").asBoolean()).isTrue();
        var measures = json.path("sections").path(0).path("measures");
        assertThat(measures.path(0).path("week").path("count").asLong()).isEqualTo(12);
        assertThat(measures.path(1).path("week").path("count").isMissingNode()).isTrue();
        assertThat(measures.path(1).path("week").path("words").asString()).isEqualTo("not recorded");
    }

    @Test
    void itsPageOfHtmlShowsMarkupAsText() {
        var page = new String(new ReportHtml(facts("<script>alert(1)</script>", 2)).page(), StandardCharsets.UTF_8);
        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script");
    }

    static io.switchboard.platform.documents.DocumentRequest request(ReportFacts facts) {
        return ReportPress.request(facts, facts.json());
    }

    static ReportFacts facts(String name, int rows) {
        var tenant = new Tenant(
                TenantId.random(),
                new Slug("acme"),
                Plan.ENTERPRISE,
                LogId.random(),
                new TenantSettings(name.substring(0, Math.min(name.length(), 80)), "#1f5eff", Optional.empty(), 365),
                0,
                NOW);
        var fixed = new Tenant(
                new TenantId("ten_aaaaaaaaaaaaaaaa"),
                tenant.slug(),
                tenant.plan(),
                new LogId("log_aaaaaaaaaaaaaaaa"),
                tenant.settings(),
                0,
                NOW);
        return new ReportFacts(
                fixed,
                new Span(Week.of(NOW, ZoneId.of("America/Denver")), NOW),
                2,
                "9f86d081884c7d659a2feaa0c55ad015",
                Optional.of("It was due earlier and has been caught up."),
                Optional.of(NONCE),
                List.of(actions(), incidents(name, rows), unrecorded()),
                Optional.empty());
    }

    private static Section actions() {
        return Section.of(
                        "governed-actions",
                        "Governed actions",
                        Section.State.AS_IT_SHOULD_BE,
                        "12 governed actions.",
                        List.of(
                                new Measure(
                                        "allowed", "Allowed", new Reading.Count(12), new Reading.Count(7), "Receipts."),
                                Measure.notRecorded("levels", "Service levels", "Nothing measures them."),
                                new Measure(
                                        "mttm",
                                        "Time to mitigate",
                                        new Reading.Took(Duration.ofMinutes(95)),
                                        new Reading.Nothing(),
                                        "Median."),
                                new Measure(
                                        "checked",
                                        "Log recomputed",
                                        new Reading.Said("no difference"),
                                        new Reading.Share(2, 3),
                                        "The last check.")))
                .with(IntStream.range(0, 7)
                        .mapToObj(day -> new Section.Day("Day " + day, day * 3L, day % 2, 0))
                        .toList());
    }

    private static Section incidents(String name, int rows) {
        return Section.of("incidents", "Incidents", Section.State.LOOK, rows + " incidents were opened.", List.of())
                .with(new Details(
                        "Incidents of the week",
                        List.of("Incident", "Severity", "Status", "Mitigated after"),
                        IntStream.range(0, Math.min(rows, Details.MOST))
                                .mapToObj(row -> List.of(
                                        "INC-" + row + " " + (row % 50 == 7 ? name : "Disk"),
                                        "high",
                                        "resolved",
                                        row + " min"))
                                .toList(),
                        rows));
    }

    private static Section unrecorded() {
        return Section.of(
                "budgets",
                "Budgets",
                Section.State.NOT_RECORDED,
                "No budgets are kept.",
                List.of(Measure.notRecorded("budget", "Budgets used", "Limits.")));
    }

    static List<String> values(ReportFacts facts) {
        return facts.sections().stream()
                .flatMap(section -> Stream.of(
                                Stream.of(section.title(), section.state().words(), section.summary()),
                                section.measures().stream()
                                        .flatMap(measure -> Stream.of(
                                                measure.title(),
                                                measure.now().words(),
                                                measure.before().words(),
                                                measure.counted())),
                                section.details().stream()
                                        .flatMap(details -> Stream.concat(
                                                details.columns().stream(),
                                                details.rows().stream().flatMap(List::stream))))
                        .flatMap(it -> it))
                .toList();
    }

    /** Lines break where they have to, so white space does not count. */
    static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return squeezed(new PDFTextStripper().getText(document));
        }
    }

    static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
