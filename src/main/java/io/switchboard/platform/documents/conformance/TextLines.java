package io.switchboard.platform.documents.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Where the lines of text on a page begin, each with the number of the marked content it is in. */
final class TextLines {

    private record Line(int markedContent, float x, float y) {}

    private final List<Line> lines = new ArrayList<>();

    private TextLines() {}

    static TextLines of(PDPage page) throws IOException {
        var found = new TextLines();
        var operands = new ArrayList<Object>();
        int markedContent = -1;
        for (Object token : new PDFStreamParser(page).parse()) {
            if (!(token instanceof Operator operator)) {
                operands.add(token);
                continue;
            }
            switch (operator.getName()) {
                case "BDC" -> markedContent = ((COSDictionary) operands.getLast()).getInt(COSName.MCID);
                case "EMC" -> markedContent = -1;
                case "Tm" -> found.lines.add(new Line(markedContent, number(operands.get(4)), number(operands.get(5))));
                default -> {}
            }
            operands.clear();
        }
        return found;
    }

    /** The marked content of the first line that begins in the box, or -1. */
    int under(PDRectangle box) {
        return lines.stream()
                .filter(line -> line.markedContent >= 0 && box.contains(line.x + 0.5f, line.y + 0.5f))
                .mapToInt(Line::markedContent)
                .findFirst()
                .orElse(-1);
    }

    private static float number(Object operand) {
        return ((COSNumber) operand).floatValue();
    }
}
