package io.switchboard.platform.documents.conformance;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Rewrites what is drawn on one page (operators: ISO 32000-1, annex A): some marked content is dropped, some becomes an
 * artifact, and what was painted outside all marked content becomes an artifact too. Used once.
 */
final class ContentStream {

    private static final Set<String> PATH = Set.of("m", "l", "c", "v", "y", "h", "re", "W", "W*");
    private static final Set<String> PAINT = Set.of("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI");

    private final Set<Integer> dropped;
    private final Set<Integer> artifacts;
    private final List<Object> written = new ArrayList<>();
    private final Set<COSName> fonts = new HashSet<>();
    private int depth;
    /** The depth at which the marked content being dropped began, or -1. */
    private int dropping = -1;

    ContentStream(Set<Integer> dropped, Set<Integer> artifacts) {
        this.dropped = dropped;
        this.artifacts = artifacts;
    }

    void rewrite(PDDocument document, PDPage page) throws IOException {
        var statement = new ArrayList<Object>();
        for (Object token : new PDFStreamParser(page).parse()) {
            statement.add(token);
            if (token instanceof Operator operator && !PATH.contains(operator.getName())) {
                write(operator.getName(), statement);
                statement.clear();
            }
        }
        page.setContents(stream(document));
        keepUsedFonts(page);
    }

    /** A statement is one operator with its operands; of a path, all of it up to the operator that paints or clips. */
    private void write(String operator, List<Object> statement) {
        switch (operator) {
            case "BMC", "BDC" -> begin(statement);
            case "EMC" -> end(statement);
            default -> draw(operator, statement);
        }
    }

    private void begin(List<Object> statement) {
        int number = number(statement);
        if (dropped.contains(number)) {
            dropping = depth;
        }
        depth++;
        if (dropping < 0 && artifacts.contains(number)) {
            beginArtifact();
        } else if (dropping < 0) {
            written.addAll(statement);
        }
    }

    private void end(List<Object> statement) {
        depth--;
        if (dropping < 0) {
            written.addAll(statement);
        }
        if (dropping == depth) {
            dropping = -1;
        }
    }

    private void draw(String operator, List<Object> statement) {
        if (dropping >= 0) {
            return;
        }
        if (operator.equals("Tf")) {
            fonts.add((COSName) statement.getFirst());
        }
        boolean artifact = depth == 0 && PAINT.contains(operator);
        if (artifact) {
            beginArtifact();
        }
        written.addAll(statement);
        if (artifact) {
            written.add(Operator.getOperator("EMC"));
        }
    }

    private void beginArtifact() {
        written.add(COSName.ARTIFACT);
        written.add(Operator.getOperator("BMC"));
    }

    private static int number(List<Object> statement) {
        return statement.size() == 3 && statement.get(1) instanceof COSDictionary properties
                ? properties.getInt(COSName.MCID)
                : -1;
    }

    private PDStream stream(PDDocument document) throws IOException {
        var stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(written);
        }
        return stream;
    }

    private void keepUsedFonts(PDPage page) {
        COSBase all = page.getResources().getCOSObject().getDictionaryObject(COSName.FONT);
        if (all instanceof COSDictionary dictionary) {
            List.copyOf(dictionary.keySet()).stream()
                    .filter(name -> !fonts.contains(name))
                    .forEach(dictionary::removeItem);
        }
    }
}
