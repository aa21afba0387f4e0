package io.switchboard.insight.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.Sha256;
import io.switchboard.platform.documents.Brief;
import io.switchboard.platform.documents.BriefPage;
import io.switchboard.platform.documents.DocumentRenderer;
import io.switchboard.platform.documents.DocumentTwin;
import io.switchboard.platform.documents.VeraPdf;
import io.switchboard.platform.signing.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluationDocumentTest {

    private static final DocumentRenderer RENDERER = new DocumentRenderer();
    private static final String ROOT = "9f86d081884c7d659a2feaa0c55ad015";

    /** Name, brief and twin. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sheet(String name, Brief brief, byte[] json) {

        byte[] pdf() {
            return RENDERER.render(brief.request(new DocumentTwin("twin.json", json)))
                    .pdf();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Sheet> sheets() {
        var declined = new Memo.Answer.Declined(
                EvaluationPaper.signed("Pam").by(),
                "Pam",
                EvaluationPaper.NOW,
                EvaluationPaper.WORDS,
                Optional.empty(),
                Optional.empty());
        return List.of(
                plan(),
                memo("waiting", EvaluationPaper.memo(Optional.empty())),
                memo(
                        "signed by both",
                        EvaluationPaper.memo(
                                Optional.of(new Memo.Answer.Countersigned(EvaluationPaper.signed("Pam"))))),
                memo("declined", EvaluationPaper.memo(Optional.of(declined))));
    }

    private static Sheet plan() {
        var json = new HashMap<>(KitFacts.of(EvaluationPaper.kit()));
        json.put("tenant", TenantFacts.of(EvaluationPaper.tenant()));
        var bytes = CanonicalJson.of(json);
        return new Sheet(
                "plan", EvaluationPress.planBrief(EvaluationPaper.tenant(), EvaluationPaper.NOW, ROOT, bytes), bytes);
    }

    private static Sheet memo(String name, Memo memo) {
        var bytes = MemoDocument.json(EvaluationPaper.tenant(), memo, ROOT);
        return new Sheet(name, EvaluationPress.memoBrief(EvaluationPaper.tenant(), memo, ROOT, bytes), bytes);
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void conformsToPdfA3aAndPdfUa1(Sheet sheet) {
        assertThat(VeraPdf.faults(sheet.pdf(), "3a")).isEmpty();
        assertThat(VeraPdf.faults(sheet.pdf(), "ua1")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void losesNoTextOnItsWayToThePageAndIsTheSameBytesForTheSameFacts(Sheet sheet) throws IOException {
        var pdf = sheet.pdf();
        assertThat(sheet.pdf()).isEqualTo(pdf);
        var text = text(pdf);
        var page = new String(new BriefPage(sheet.brief(), Sha256.of(sheet.json())).bytes(), StandardCharsets.UTF_8);
        assertThat(values(sheet.brief())).hasSizeGreaterThan(80).allSatisfy(value -> {
            assertThat(text).as(value).contains(squeezed(value));
            assertThat(squeezed(page)).as(value).contains(squeezed(value));
        });
    }

    private static List<String> values(Brief brief) {
        return brief.parts().stream()
                .flatMap(part -> Stream.of(
                                Stream.of(part.title()),
                                part.words().stream(),
                                part.state().map(Brief.State::words).stream(),
                                part.table().stream()
                                        .flatMap(table -> Stream.concat(
                                                table.columns().stream(),
                                                table.lines().stream().flatMap(line -> line.cells().stream()))))
                        .flatMap(it -> it))
                .toList();
    }

    /** Lines break where they have to, so white space does not count. */
    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return squeezed(new PDFTextStripper().getText(document));
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
