package io.switchboard.platform.documents.conformance;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Draws the watermark in the middle of every page, before everything else and so behind it, as an artifact (PDF/UA-1 section 7.1). The letters are filled so palely that text over them keeps its contrast; a thin
 * line around them keeps them legible.
 */
final class WatermarkIsDrawn implements Correction {

    static final int FILL = 0xF1F3F6;
    private static final int LINE = 0xD0D5DD;

    @Override
    public void apply(Draft draft) throws IOException {
        if (draft.watermark().isPresent()) {
            draw(draft.document(), draft.watermark().get());
        }
    }

    /** The pages are of one size, so they share the drawing. */
    private static void draw(PDDocument document, Shape letters) throws IOException {
        var box = document.getPage(0).getMediaBox();
        var drawing = stream(document, drawing(letters, box.getWidth() / 2, box.getHeight() / 2));
        for (PDPage page : document.getPages()) {
            List<PDStream> contents = new ArrayList<>(List.of(drawing));
            page.getContentStreams().forEachRemaining(contents::add);
            page.setContents(contents);
        }
    }

    private static String drawing(Shape letters, float x, float y) {
        return "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC q 1 0 0 1 " + number(x) + number(y) + "cm "
                + colour(FILL) + "rg " + colour(LINE) + "RG 0.4 w\n" + path(letters) + "B Q EMC\n";
    }

    /** Curves of TrueType are quadratic, those of PDF cubic. */
    private static String path(Shape letters) {
        var out = new StringBuilder();
        var at = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator path = letters.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(at);
            switch (kind) {
                case PathIterator.SEG_MOVETO ->
                    out.append(numbers(at[0], at[1])).append("m\n");
                case PathIterator.SEG_LINETO ->
                    out.append(numbers(at[0], at[1])).append("l\n");
                case PathIterator.SEG_QUADTO -> out.append(cubic(x, y, at)).append("c\n");
                case PathIterator.SEG_CUBICTO -> out.append(numbers(at)).append("c\n");
                default -> out.append("h\n");
            }
            int last = last(kind);
            if (last >= 0) {
                x = at[last];
                y = at[last + 1];
            }
        }
        return out.toString();
    }

    /** Where in its numbers a segment says where it ends. */
    private static int last(int kind) {
        return switch (kind) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 0;
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 4;
            default -> -1;
        };
    }

    private static String cubic(double x, double y, double[] at) {
        return numbers(
                x + (at[0] - x) * 2 / 3,
                y + (at[1] - y) * 2 / 3,
                at[2] + (at[0] - at[2]) * 2 / 3,
                at[3] + (at[1] - at[3]) * 2 / 3,
                at[2],
                at[3]);
    }

    private static String numbers(double... numbers) {
        var out = new StringBuilder();
        for (double number : numbers) {
            out.append(number(number));
        }
        return out.toString();
    }

    private static String number(double number) {
        return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).toPlainString() + " ";
    }

    private static String colour(int rgb) {
        return fraction(rgb >> 16) + fraction(rgb >> 8) + fraction(rgb);
    }

    private static String fraction(int channel) {
        return BigDecimal.valueOf((channel & 0xFF) / 255.0)
                        .setScale(4, RoundingMode.HALF_UP)
                        .toPlainString() + " ";
    }

    private static PDStream stream(PDDocument document, String drawing) throws IOException {
        var stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(drawing.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }
}
