package io.switchboard.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.build.Templates;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceTest {

    private static final DocumentRenderer RENDERER = new DocumentRenderer();

    private static final String LOGO =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 120 32'><circle cx='16' cy='16' r='14' fill='#0B5FFF'/>"
                    + "<path d='M40 8h70v16h-70z' fill='#101828'/></svg>";

    /** Wraps, so that it is one link of several annotations. */
    private static final String LONG_ADDRESS = "https://example.org/" + "a-long-address/".repeat(8);

    @Test
    void passesPdfA3aAndPdfUa1() {
        assertConforms(RENDERER.render(Samples.onePager(Samples.claims(5))));
    }

    @Test
    void stillPassesAfterSigning() throws Exception {
        assertConforms(RENDERER.render(Samples.onePager(Samples.claims(5)), new TestSigner()));
    }

    @Test
    void passesWithoutAnyClaim() {
        assertConforms(RENDERER.render(Samples.onePager(List.of())));
    }

    @Test
    void passesOverSeveralPages() {
        assertConforms(RENDERER.render(Samples.onePager(Samples.claims(40))));
    }

    @Test
    void passesWithALogoAndForeignScripts() {
        var logo = new DocumentLogo(LOGO.getBytes(StandardCharsets.UTF_8));
        assertConforms(RENDERER.render(
                Samples.onePager("שלום العربية 漢字 😀 Ωμέγα Ѝ ½ ✓", Samples.claims(2), Samples.twin("{}"), logo)));
    }

    @Test
    void passesWithATransparentPicture() throws IOException {
        var logo = new DocumentLogo(Samples.png(60, 20));
        assertConforms(RENDERER.render(Samples.onePager("Globex", Samples.claims(1), Samples.twin("{}"), logo)));
    }

    @Test
    void passesWithLinksAndATable(@TempDir Path folder) throws Exception {
        compileSample(folder);
        var request = new DocumentRequest(
                new DocumentTemplate("sample/links-and-table"),
                Samples.properties("Links and a table"),
                new DocumentBrand("Globex", "#0B5FFF", null),
                Map.of("documentId", "doc_1", "rootFingerprint", Samples.ROOT),
                List.of(
                        Map.of("name", "first", "address", "https://example.org/1"),
                        Map.of("name", "second", "address", LONG_ADDRESS)),
                Samples.twin("{}"));
        RenderedDocument document = RENDERER.render(request);
        assertConforms(document);
        try (PDDocument pdf = Loader.loadPDF(document.pdf())) {
            assertThat(pdf.getPage(0).getAnnotations())
                    .extracting(annotation -> annotation.getContents())
                    .hasSizeGreaterThan(2)
                    .startsWith("https://example.org/1", LONG_ADDRESS)
                    .containsOnly("https://example.org/1", LONG_ADDRESS);
        }
    }

    @Test
    void wouldNoticeADocumentThatDoesNotConform() {
        var context = DefaultJasperReportsContext.getInstance();
        var filled = new ReportFiller(context)
                .fill(Samples.onePager(Samples.claims(1)), new Glyphs(FontUtil.getInstance(context)));
        byte[] exported = new PdfExport(context).toPdf(filled);
        assertThat(VeraPdf.faults(exported, "3a")).isNotEmpty();
        assertThat(VeraPdf.faults(exported, "ua1")).isNotEmpty();
    }

    private static void assertConforms(RenderedDocument document) {
        assertThat(VeraPdf.faults(document.pdf(), "3a")).isEmpty();
        assertThat(VeraPdf.faults(document.pdf(), "ua1")).isEmpty();
    }

    /** Compiled beside the test's classes, where the renderer finds it as it finds every template. */
    private static void compileSample(Path folder) throws IOException, URISyntaxException {
        URI classes = Objects.requireNonNull(ConformanceTest.class.getResource("/reports-for-tests"))
                .toURI();
        Files.createDirectories(folder.resolve("shared"));
        Files.createDirectories(folder.resolve("sample"));
        Files.copy(Path.of("reports/shared/letterhead.jrxml"), folder.resolve("shared/letterhead.jrxml"));
        Files.copy(
                Path.of(classes).resolve("sample/links-and-table.jrxml"),
                folder.resolve("sample/links-and-table.jrxml"));
        new Templates(folder).compileTo(Path.of(classes).resolveSibling("reports"));
    }
}
