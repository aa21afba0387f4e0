package io.switchboard.insight.trustreports;

import com.lowagie.text.Chapter;
import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** A peer: the words and tables of a report, written with OpenPDF by hand and an embedded font; no tags, no picture, no twin, no signature. */
final class DirectOpenPdf {

    private final BaseFont face;

    DirectOpenPdf() throws IOException {
        try (var font = DirectOpenPdf.class.getResourceAsStream("/fonts/Roboto-Regular.ttf")) {
            face = BaseFont.createFont(
                    "Roboto.ttf",
                    BaseFont.IDENTITY_H,
                    BaseFont.EMBEDDED,
                    BaseFont.CACHED,
                    Objects.requireNonNull(font).readAllBytes(),
                    null);
        }
    }

    byte[] print(ReportFacts facts) {
        var out = new ByteArrayOutputStream();
        try (var document = new Document(PageSize.A4, 50, 50, 62, 62)) {
            PdfWriter.getInstance(document, out);
            document.open();
            document.add(new Paragraph("Trust Report " + facts.span().week().iso(), font(26)));
            document.add(new Paragraph(facts.period(), font(12)));
            for (int number = 0; number < facts.sections().size(); number++) {
                var section = facts.sections().get(number);
                document.add(new Chapter(new Paragraph(section.title(), font(15)), number + 1));
                document.add(new Paragraph(section.summary(), font(9.5f)));
                document.add(table(
                        List.of("Figure", "This week", "Week before", "What is counted"),
                        section.measures().stream()
                                .map(measure -> List.of(
                                        measure.title(),
                                        measure.now().words(),
                                        measure.before().words(),
                                        measure.counted()))
                                .toList()));
                var details = section.details().orElseThrow();
                document.add(table(details.columns(), details.rows()));
            }
        }
        return out.toByteArray();
    }

    private PdfPTable table(List<String> columns, List<List<String>> rows) {
        var table = new PdfPTable(columns.size());
        table.setHeaderRows(1);
        columns.forEach(cell -> table.addCell(new Phrase(cell, font(8))));
        rows.forEach(row -> row.forEach(cell -> table.addCell(new Phrase(cell, font(8)))));
        return table;
    }

    private Font font(float size) {
        return new Font(face, size);
    }
}
