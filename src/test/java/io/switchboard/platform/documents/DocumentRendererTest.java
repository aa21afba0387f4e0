package io.switchboard.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.kernel.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DocumentRendererTest {

    private static final DocumentRenderer RENDERER = new DocumentRenderer();

    @Test
    void givesTheSameBytesForTheSameRequest() {
        var first = RENDERER.render(Samples.onePager(Samples.claims(7)));
        var second = new DocumentRenderer().render(Samples.onePager(Samples.claims(7)));
        assertThat(second.pdf()).isEqualTo(first.pdf());
        assertThat(first.digest()).isEqualTo(Sha256.of(first.pdf()));
    }

    @Test
    void givesTheSameBytesInAnotherVirtualMachine() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        var process = new ProcessBuilder(
                        java.toString(), "-cp", System.getProperty("java.class.path"), DigestOfASample.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(printed.strip()).endsWith(DigestOfASample.digest().hex());
    }

    @Test
    void givesTheSameBytesToManyThreadsAtOnce() throws Exception {
        var request = Samples.onePager("Globex שלום 漢字", Samples.claims(6), Samples.twin("{}"), null);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var digests = new HashSet<Sha256>();
            Callable<Sha256> render = () -> RENDERER.render(request).digest();
            for (var digest : threads.invokeAll(Collections.nCopies(24, render))) {
                digests.add(digest.get());
            }
            assertThat(digests).hasSize(1);
        }
    }

    @Test
    void rendersOnAThreadThatDoesNotSeeTheApplication() throws Exception {
        var request = Samples.onePager(Samples.claims(1));
        var digest = new CompletableFuture<Sha256>();
        var thread = Thread.ofPlatform()
                .unstarted(() -> digest.complete(RENDERER.render(request).digest()));
        thread.setUncaughtExceptionHandler((failed, e) -> digest.completeExceptionally(e));
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        thread.start();
        assertThat(digest.get()).isEqualTo(RENDERER.render(request).digest());
    }

    @Test
    void givesOtherBytesForAnotherTwin() {
        var claims = Samples.claims(1);
        var one = RENDERER.render(Samples.onePager("Globex", claims, Samples.twin("{\"a\":1}"), null));
        var other = RENDERER.render(Samples.onePager("Globex", claims, Samples.twin("{\"a\":2}"), null));
        assertThat(other.pdf()).isNotEqualTo(one.pdf());
        assertThat(other.twinDigest()).isEqualTo(Sha256.of("{\"a\":2}"));
    }

    @Test
    void attachesTheTwinByteForByte() throws IOException {
        String json = "{\"name\":\"漢字 שלום\",\"n\":1}\n";
        try (var pdf = open(Samples.onePager("漢字", Samples.claims(1), Samples.twin(json), null))) {
            var files = pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys("posture-one-pager.json");
            var file = files.values().iterator().next();
            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(json.getBytes(StandardCharsets.UTF_8));
            assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Data");
        }
    }

    @Test
    void embedsEveryFont() throws IOException {
        try (var pdf = open(Samples.onePager("שלום", Samples.claims(20), Samples.twin("{}"), null))) {
            for (PDPage page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void showsEveryWordOfTheRequest() throws IOException {
        var claim = Samples.claim(1);
        assertThat(text(Samples.onePager(List.of(claim))))
                .contains("Globex Corporation", claim.title(), claim.checkedHow(), "1,284 of 1,284", Samples.ROOT)
                .contains("As of 21 November 2026, 14:02 UTC", "Checked 21 November 2026, 13:02 UTC")
                .contains("doc_m7fk2q", Samples.twin("{\"claims\":1}").digest().hex(), "Page 1 of 1");
    }

    @Test
    void showsHebrewAndArabic() throws IOException {
        var text = text(Samples.onePager("Globex שלום العربية", List.of(), Samples.twin("{}"), null));
        assertThat(Normalizer.normalize(text, Normalizer.Form.NFKC)).contains("שלום", "العربية");
    }

    @Test
    void marksWhatNoFontHasAndSaysSo() throws IOException {
        var request = Samples.onePager("Globex 漢字 🦄", List.of(), Samples.twin("{}"), null);
        assertThat(RENDERER.render(request).unshown()).containsExactlyInAnyOrder((int) '漢', (int) '字', 0x1F984);
        assertThat(text(request)).contains("Globex \uFFFD\uFFFD \uFFFD", "has the exact text");
    }

    @Test
    void showsControlCharactersAsSpaces() throws IOException {
        var request = Samples.onePager("Glo\tbex\u0000\r\nInc", List.of(), Samples.twin("{}"), null);
        assertThat(text(request).replaceAll("\\s+", " ")).contains("Glo bex Inc");
    }

    @Test
    void saysNothingAboutMissingCharactersWhereNoneIs() throws IOException {
        assertThat(text(Samples.onePager(Samples.claims(1)))).doesNotContain("has the exact text");
    }

    @Test
    void showsFiveHundredCharactersOfAName() throws IOException {
        String name = "Wide ".repeat(99) + "Last.";
        var text = text(Samples.onePager(name, Samples.claims(1), Samples.twin("{}"), null));
        assertThat(text.replaceAll("\\s+", " ")).contains(name);
    }

    @Test
    void showsFiveHundredCharactersWithoutASpace() throws IOException {
        String name = "0123456789".repeat(50);
        var text = text(Samples.onePager(name, Samples.claims(1), Samples.twin("{}"), null));
        assertThat(text.replaceAll("\\s+", "")).contains(name);
    }

    @Test
    void showsLongFiguresAndDetailsInFull() throws IOException {
        String figures = "12,345,678 of 12,345,679 ".repeat(40).strip();
        String how = "Joined by id. ".repeat(200).strip();
        var claim = new Samples.Claim("Long", "partly proven, see below", figures, how, Samples.AS_OF, Samples.ROOT);
        assertThat(text(Samples.onePager(List.of(claim))).replaceAll("\\s+", " "))
                .contains(figures, how, "partly proven, see below");
    }

    @Test
    void saysSoWhereThereIsNoClaim() throws IOException {
        assertThat(text(Samples.onePager(List.of()))).contains("No claim has been checked yet.", "Page 1 of 1");
    }

    @Test
    void fitsFiveClaimsOnOnePage() throws IOException {
        try (var pdf = open(Samples.onePager(Samples.claims(5)))) {
            assertThat(pdf.getNumberOfPages()).isOne();
        }
    }

    @Test
    void numbersEveryPage() throws IOException {
        for (int claims : List.of(0, 5, 6, 7, 14, 15)) {
            assertThat(text(Samples.onePager(Samples.claims(claims))))
                    .contains("Page 1 of")
                    .doesNotContain("null");
        }
    }

    @Test
    void letsTwentyClaimsFlowWithARunningHeader() throws IOException {
        var request = Samples.onePager(Samples.claims(20));
        try (var pdf = open(request)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            var stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertThat(stripper.getText(pdf)).contains("Posture one-pager", "Page 2 of 3", "doc_m7fk2q");
        }
        var text = text(request);
        Samples.claims(20).forEach(claim -> assertThat(text).contains(claim.title()));
    }

    @Test
    void namesTheTemplatesThereAreWhenAskedForAnother() {
        var sample = Samples.onePager(List.of());
        var request = new DocumentRequest(
                new DocumentTemplate("assurance/unknown"),
                sample.properties(),
                sample.brand(),
                sample.parameters(),
                List.of(),
                sample.twin());
        assertThatThrownBy(() -> RENDERER.render(request)).hasMessageContaining("assurance/posture-one-pager");
    }

    @Test
    void refusesRowsThatLackAFieldOfTheTemplate() {
        var sample = Samples.onePager(List.of());
        var request = new DocumentRequest(
                sample.template(),
                sample.properties(),
                sample.brand(),
                sample.parameters(),
                List.of(Map.of("title", "only a title")),
                sample.twin());
        assertThatThrownBy(() -> RENDERER.render(request)).hasMessageContaining("asks for the field");
    }

    private static PDDocument open(DocumentRequest request) throws IOException {
        return Loader.loadPDF(RENDERER.render(request).pdf());
    }

    private static String text(DocumentRequest request) throws IOException {
        try (var pdf = open(request)) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
