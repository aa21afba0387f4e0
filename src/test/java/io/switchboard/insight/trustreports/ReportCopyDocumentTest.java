package io.switchboard.insight.trustreports;

import static io.switchboard.insight.trustreports.TrustReportDocumentTest.facts;
import static io.switchboard.insight.trustreports.TrustReportDocumentTest.request;
import static io.switchboard.insight.trustreports.TrustReportDocumentTest.squeezed;
import static io.switchboard.insight.trustreports.TrustReportDocumentTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.documents.DocumentCopy;
import io.switchboard.platform.documents.DocumentRenderer;
import io.switchboard.platform.documents.OriginalDocument;
import io.switchboard.platform.documents.VeraPdf;
import io.switchboard.platform.documents.Watermark;
import io.switchboard.platform.signing.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportCopyDocumentTest {

    private static final DocumentRenderer RENDERER = new DocumentRenderer();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ReceiptId RECEIPT = new ReceiptId("rcp_" + "a".repeat(32));
    private static final Set<String> ALL = Set.of("governed-actions", "incidents", "budgets");

    @Test
    void theFactsOfAReportAreReadBackFromItsTwinAndMakeTheSameDocument() {
        var facts = facts("שלום 😀 \"quoted\" Acme", 250);
        var read =
                StoredReport.facts(facts.tenant(), report(facts), facts.json()).orElseThrow();
        assertThat(read).isEqualTo(facts);
        assertThat(RENDERER.render(request(read)).pdf())
                .isEqualTo(RENDERER.render(request(facts)).pdf());
    }

    @Test
    void aTwinThatWouldNotComeOutTheSameIsNotSetAgain() {
        var facts = facts("Acme", 2);
        var other =
                new String(facts.json(), StandardCharsets.UTF_8).replace("\"words\":\"12\"", "\"words\":\"twelve\"");
        assertThat(StoredReport.facts(facts.tenant(), report(facts), other.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void conformsToPdfA3aAndPdfUa1WithAWatermarkAndSectionsWithheld() {
        var mark = "For Jane Doe at Initech שלום العربية 😀 " + "name ".repeat(14);
        var copy = copied(facts("Acme שלום", 250), Optional.of(new Watermark(mark)), Set.of("incidents"));
        var pdf = RENDERER.render(request(copy)).pdf();
        assertThat(VeraPdf.faults(pdf, "3a")).isEmpty();
        assertThat(VeraPdf.faults(pdf, "ua1")).isEmpty();
    }

    @Test
    void losesNoTextOfWhatItDisclosesOnItsWayToThePage() throws IOException {
        var copy = copied(facts("Acme Corporation", 250), Watermark.of("For Jane"), Set.of("incidents", "budgets"));
        var text = text(RENDERER.render(request(copy)).pdf());
        assertThat(TrustReportDocumentTest.values(copy))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(text).as(value).contains(squeezed(value)));
        assertThat(text)
                .contains(squeezed("marked “For Jane”"), squeezed("1 of 3 sections are withheld by Acme Corporation"))
                .contains(RECEIPT.value());
    }

    @Test
    void tellsNothingOfWhatIsWithheldButItsTitleInAnyForm() throws IOException {
        var facts = facts("Acme", 20);
        var copy = copied(facts, Optional.empty(), Set.of("governed-actions"));
        var json = new String(copy.json(), StandardCharsets.UTF_8);
        var commitments = facts.commitments().orElseThrow();
        assertThat(json)
                .contains("Incidents")
                .doesNotContain("20 incidents were opened", "INC-3", "look at this", "nonce", "bm9uY2Ugb2YgMTI4IGJpdA")
                .doesNotContain(commitments.sections().get(1).disclosure());
        assertThat(text(RENDERER.render(request(copy)).pdf()))
                .contains("Incidents", squeezed("Withheld by Acme"), commitments.digest("incidents"))
                .doesNotContain("incidentswereopened", "INC-3");
        assertThat(new String(new ReportHtml(copy).page(), StandardCharsets.UTF_8))
                .contains("Incidents", "Withheld by Acme", "2 of 3 sections are withheld")
                .doesNotContain("incidents were opened", "INC-3");
        assertThat(copy.in(Section.State.LOOK)).isZero();
    }

    @Test
    void anOutsiderRecomputesTheDigestThatTheReceiptNamesFromTheCopyAlone() {
        var facts = facts("Acme", 20);
        var json = JSON.readTree(
                copied(facts, Optional.empty(), Set.of("incidents", "budgets")).json());
        var copy = json.path("copy");
        List<String> digests =
                copy.path("_sd").valueStream().map(JsonNode::asString).toList();
        assertThat(Sha256.of(CanonicalJson.of(digests)))
                .isEqualTo(facts.commitments().orElseThrow().digest());
        assertThat(copy.path("disclosures").size()).isEqualTo(2);
        for (JsonNode disclosure : copy.path("disclosures")) {
            var encoded = disclosure.asString();
            var digest = Sha256.of(encoded.getBytes(StandardCharsets.US_ASCII)).bytes();
            assertThat(digests).contains(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
            var triple = JSON.readTree(Base64.getUrlDecoder().decode(encoded));
            assertThat(triple.path(0).asString()).hasSize(22);
            assertThat(json.path("sections")
                            .valueStream()
                            .filter(section -> section.path("id").equals(triple.path(1))))
                    .containsExactly(triple.path(2));
        }
    }

    @Test
    void aSectionOfTheSameWordsIsCommittedToOtherwiseInAnotherReport() {
        var facts = facts("Acme", 2);
        var one = SectionCommitments.of(SectionCommitments.randomNonce(), facts.sections());
        var other = SectionCommitments.of(SectionCommitments.randomNonce(), facts.sections());
        assertThat(one.digests()).hasSize(3).doesNotContainAnyElementsOf(other.digests());
    }

    @Test
    void aCopyOfAReportFromBeforeThereWereCommitmentsCarriesAWatermarkOnly() {
        var old = withoutNonce(facts("Acme", 2));
        var copy =
                JSON.readTree(copied(old, Watermark.of("For Jane"), ALL).json()).path("copy");
        assertThat(copy.path("watermark").asString()).isEqualTo("For Jane");
        assertThat(copy.has("_sd")).isFalse();
        assertThat(copy.path("of").path("jsonSha256").asString())
                .isEqualTo(Sha256.of(old.json()).hex());
    }

    static ReportFacts withoutNonce(ReportFacts facts) {
        return new ReportFacts(
                facts.tenant(),
                facts.span(),
                facts.revision(),
                facts.rootFingerprint(),
                facts.late(),
                Optional.empty(),
                facts.sections(),
                Optional.empty());
    }

    private static ReportFacts copied(ReportFacts facts, Optional<Watermark> watermark, Set<String> disclosed) {
        var of = new OriginalDocument(facts.documentId(), Sha256.of(facts.json()), Sha256.of("pdf"), RECEIPT);
        return facts.copied(new DocumentCopy(of, watermark), disclosed);
    }

    private static TrustReport report(ReportFacts facts) {
        return new TrustReport(
                facts.span().week(),
                facts.revision(),
                true,
                true,
                1,
                1,
                1,
                facts.span().asOf(),
                Actor.system("test"),
                Optional.of(RECEIPT),
                Optional.empty());
    }
}
