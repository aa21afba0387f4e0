package io.switchboard.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatermarkTest {

    private static final DocumentRenderer RENDERER = new DocumentRenderer();
    private static final String WIDE = "W".repeat(Watermark.LONGEST);
    private static final String NAMES = "For Jane Doe at Initech · שלום עולם · العربية · 😀 🦄 · by the end of 2026";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0000", "a\u0085b", "a\u202Eb", "a\u2066b", "a\u2028b", "a\uD83D"})
    void isOneLineOfText(String text) {
        assertThat(Watermark.problem(text)).isPresent();
        assertThatThrownBy(() -> new Watermark(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void has120CharactersAtMostHoweverManyBytesTheyAre() {
        assertThat(Watermark.problem("😀".repeat(120))).isEmpty();
        assertThat(Watermark.problem("😀".repeat(121)))
                .hasValueSatisfying(why -> assertThat(why).contains("1 to 120"));
        assertThat(Watermark.of("  ")).isEmpty();
        assertThat(Watermark.of(" For Jane ")).contains(new Watermark("For Jane"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", NAMES, "שלום עולם"})
    void aCopyConformsToPdfA3aAndPdfUa1AlsoOnceItIsSigned(String text) throws Exception {
        for (var document :
                List.of(RENDERER.render(request(text, 20)), RENDERER.render(request(text, 20), new TestSigner()))) {
            assertThat(VeraPdf.faults(document.pdf(), "3a")).isEmpty();
            assertThat(VeraPdf.faults(document.pdf(), "ua1")).isEmpty();
        }
    }

    @Test
    void itsWordsStandInTheFooterOfEveryPageAndItsLettersBehindTheText() throws IOException {
        for (String text : List.of("For Jane Doe", WIDE)) {
            try (var pdf = Loader.loadPDF(RENDERER.render(request(text, 20)).pdf())) {
                var stripper = new PDFTextStripper();
                for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
                    stripper.setStartPage(number);
                    stripper.setEndPage(number);
                    assertThat(squeezed(stripper.getText(pdf)))
                            .contains(squeezed("Watermark: " + text))
                            .contains("doc_m7fk2q,acopyofdoc_original");
                    assertThat(first(pdf.getPage(number - 1)))
                            .startsWith("/Artifact <</Type /Pagination /Subtype /Watermark>> BDC")
                            .contains(" m\n", "B Q")
                            .endsWith("EMC\n");
                }
                assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            }
        }
    }

    @Test
    void rightToLeftWordsAreReadAsTheyWereWritten() throws IOException {
        try (var pdf = Loader.loadPDF(RENDERER.render(request(NAMES, 1)).pdf())) {
            assertThat(Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC))
                    .contains("שלום", "العربية");
        }
    }

    @Test
    void aCharacterWithoutALetterformIsMarkedAndTheDocumentSaysSo() throws IOException {
        var document = RENDERER.render(request("For 🦄", 1));
        assertThat(document.unshown()).containsExactly(0x1F984);
        try (var pdf = Loader.loadPDF(document.pdf())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Watermark: For \uFFFD", "has the exact text");
        }
    }

    @Test
    void staysOnThePageAndIsAsLargeAsItCanBe() {
        var page = new Rectangle2D.Double(-297.5, -421, 595, 842);
        for (String text : List.of("x", "Confidential", NAMES, WIDE, "a ".repeat(59), "שלום עולם")) {
            var letters = outline(text);
            assertThat(page.contains(letters)).as(text + letters).isTrue();
            assertThat(letters.getHeight()).as(text).isGreaterThan(30);
        }
        assertThat(outline("Confidential").getHeight()).isGreaterThan(300);
    }

    @Test
    void isTheSameBytesForTheSameWordsAndOthersForOthers() {
        var one = RENDERER.render(request(NAMES, 7)).pdf();
        assertThat(new DocumentRenderer().render(request(NAMES, 7)).pdf()).isEqualTo(one);
        assertThat(RENDERER.render(request("Other", 7)).pdf()).isNotEqualTo(one);
    }

    /** As WCAG 2.2 has it for small text; the line around the letters is thinner than any stroke of the text. */
    @Test
    void everyColourOfTextKeepsItsContrastOverIt() throws IOException {
        var colours = Pattern.compile("forecolor=\"(#[0-9A-F]{6})\"|\"(#1B7F4B)\"|\"(#8A5A00)\"|\"(#596273)\"");
        var found = colours.matcher(Files.readString(Path.of("reports/shared/letterhead.jrxml"))
                        + Files.readString(Path.of("reports/trustreports/trust-report.jrxml"))
                        + Files.readString(Path.of("reports/assurance/posture-pack.jrxml"))
                        + Files.readString(Path.of("reports/assurance/posture-one-pager.jrxml")))
                .results()
                .map(result -> result.group().replaceAll(".*(#[0-9A-F]{6}).*", "$1"))
                .distinct()
                .toList();
        assertThat(found)
                .contains("#344054", "#596273", "#1B7F4B", "#8A5A00")
                .allSatisfy(colour -> assertThat(contrast(Color.decode(colour), new Color(0xF1F3F6)))
                        .as(colour)
                        .isGreaterThan(4.5));
    }

    private static double contrast(Color text, Color ground) {
        return (luminance(ground) + 0.05) / (luminance(text) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static Rectangle2D outline(String text) {
        return WatermarkOutline.of(
                        new Watermark(text),
                        new Glyphs(FontUtil.getInstance(DefaultJasperReportsContext.getInstance())))
                .getBounds2D();
    }

    private static String first(PDPage page) throws IOException {
        try (var in = page.getContentStreams().next().createInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static DocumentRequest request(String watermark, int claims) {
        var original = new OriginalDocument(
                "doc_original", Sha256.of("json"), Sha256.of("pdf"), new ReceiptId("rcp_" + "a".repeat(32)));
        return Samples.onePager(Samples.claims(claims))
                .as(Optional.of(new DocumentCopy(original, Watermark.of(watermark))));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
