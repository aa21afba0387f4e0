package io.switchboard.insight.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.LogId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.documents.BarChart;
import io.switchboard.platform.documents.DocumentRenderer;
import io.switchboard.platform.documents.DocumentRequest;
import io.switchboard.platform.documents.VeraPdf;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PosturePackDocumentTest {

    private static final DocumentRenderer RENDERER = new DocumentRenderer();
    static final Instant NOW = Instant.parse("2026-11-22T10:15:00Z");
    private static final String LONG =
            "A finding with many words that has to wrap ".repeat(15).strip();

    @Test
    void conformsToPdfA3aAndPdfUa1AlsoWithLongFindingsAndForeignScripts() {
        var pdf = RENDERER.render(request(facts(LONG + " שלום العربية 😀", 40))).pdf();
        assertThat(VeraPdf.faults(pdf, "3a")).isEmpty();
        assertThat(VeraPdf.faults(pdf, "ua1")).isEmpty();
    }

    @Test
    void losesNoTextOnItsWayToThePage() throws IOException {
        var facts = facts(LONG, 40);
        var text = text(RENDERER.render(request(facts)).pdf());
        assertThat(values(facts))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(text).as(value).contains(squeezed(value)));
    }

    @Test
    void breaksNoLineOfACommandOrDigest() throws IOException {
        try (var pdf =
                Loader.loadPDF(RENDERER.render(request(facts("Short.", 2))).pdf())) {
            var lines = new PDFTextStripper()
                    .getText(pdf)
                    .lines()
                    .map(String::strip)
                    .toList();
            assertThat(lines)
                    .contains(
                            PackConfiguration.VERIFY.lines().map(String::strip).toArray(String[]::new));
            assertThat(lines)
                    .anySatisfy(line ->
                            assertThat(line).contains(Sha256.of("artifact 0").hex()));
        }
    }

    @Test
    void isTheSameBytesForTheSameFacts() {
        assertThat(RENDERER.render(request(facts("Same.", 3))).pdf())
                .isEqualTo(RENDERER.render(request(facts("Same.", 3))).pdf());
        assertThat(facts("Same.", 3).json()).isEqualTo(facts("Same.", 3).json());
    }

    @Test
    void itsTwinCarriesWhatAReaderCouldNotFetchUnderItsDigest() {
        var json = new JsonMapper().readTree(facts("Found.", 2).json());
        var attached = json.path("attachments").path(0);
        assertThat(attached.path("name").asString()).isEqualTo("drl_aaaaaaaaaaaaaaaa.dsse.json");
        assertThat(Sha256.of(Base64.getDecoder().decode(attached.path("base64").asString()))
                        .hex())
                .isEqualTo(attached.path("sha256").asString());
        assertThat(json.path("claims").path(1).path("verdict").asString()).isEqualTo("not proven");
        assertThat(json.path("claims").path(1).path("lastHeld").isNull()).isTrue();
    }

    @Test
    void itsPageOfHtmlShowsMarkupAsText() {
        var page = new String(new PackHtml(facts("<script>alert(1)</script>", 2)).page(), StandardCharsets.UTF_8);
        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script");
    }

    private static DocumentRequest request(PackFacts facts) {
        return PackPress.request(facts, facts.json());
    }

    static PackFacts facts(String finding, int artifacts) {
        var tenant = new Tenant(
                new TenantId("ten_aaaaaaaaaaaaaaaa"),
                new Slug("acme"),
                Plan.ENTERPRISE,
                new LogId("log_aaaaaaaaaaaaaaaa"),
                new TenantSettings("Acme Corporation", "#1f5eff", Optional.empty(), 365),
                0,
                NOW);
        return new PackFacts(
                tenant,
                NOW,
                "9f86d081884c7d659a2feaa0c55ad015",
                List.of(
                        new PackClaim(
                                "policy-gated",
                                "Every governed action is gated by policy",
                                true,
                                finding,
                                IntStream.range(0, artifacts)
                                        .mapToObj(i -> new Artifact(
                                                "Artifact " + i,
                                                "/somewhere/" + i,
                                                Optional.of(Sha256.of("artifact " + i))))
                                        .toList(),
                                PackConfiguration.VERIFY,
                                Optional.of(NOW),
                                Duration.ofDays(8),
                                List.of(new PackClaim.PastCheck(NOW.minusSeconds(86_400), false, finding))),
                        new PackClaim(
                                "dr-drill",
                                "A backup restores, with a measured RTO and RPO",
                                false,
                                "No drill has ended yet.",
                                List.of(),
                                DrilledRecovery.COMMAND,
                                Optional.empty(),
                                Duration.ofDays(35),
                                List.of())),
                List.of(new PackCheck.Attachment(
                        "drl_aaaaaaaaaaaaaaaa.dsse.json", "{}".getBytes(StandardCharsets.UTF_8))),
                List.of(picture("governed-actions.png"), picture("approvals.png")));
    }

    private static DashboardPicture picture(String name) {
        var bars = IntStream.range(16, 23)
                .mapToObj(day -> new BarChart.Bar("Mon " + day, List.of(day * 3L, day % 2L, 0L)))
                .toList();
        return new DashboardPicture(
                name,
                "Chart " + name,
                "From the ground up.",
                "Mon 16: 48 allowed; Mon 17: 51 allowed, 1 denied.",
                BarChart.of(bars, List.of("#1f5eff", "#B42318", "#8A5A00")).png());
    }

    @Test
    void itsPicturesGoAlongUnderTheDigestsThatItPrints() throws IOException {
        var facts = facts("Found.", 2);
        var text = text(RENDERER.render(request(facts)).pdf());
        var pictures = new JsonMapper().readTree(facts.json()).path("pictures");
        assertThat(pictures.size()).isEqualTo(2);
        pictures.forEach(picture -> {
            var digest = picture.path("sha256").asString();
            assertThat(Sha256.of(Base64.getDecoder()
                                    .decode(picture.path("base64").asString()))
                            .hex())
                    .isEqualTo(digest);
            assertThat(text).contains(digest, squeezed(picture.path("says").asString()));
        });
        assertThat(text).contains("3.Whatthedashboardsshow");
    }

    private static List<String> values(PackFacts facts) {
        var values = new ArrayList<String>();
        for (var claim : facts.claims()) {
            values.addAll(List.of(claim.title(), claim.verdict(), claim.finding(), PackPress.lastHeld(claim)));
            values.addAll(claim.command().lines().toList());
            claim.artifacts()
                    .forEach(artifact -> values.addAll(List.of(
                            artifact.name(),
                            artifact.where(),
                            artifact.digest().orElseThrow().hex())));
            claim.history().forEach(past -> values.addAll(List.of(PackPress.words(past.at()), past.finding())));
        }
        return values;
    }

    private static String text(byte[] pdf) throws IOException {
        try (var loaded = Loader.loadPDF(pdf)) {
            return squeezed(new PDFTextStripper().getText(loaded));
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00ad]+", "");
    }
}
