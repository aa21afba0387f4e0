package io.switchboard.platform.documents.conformance;

import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** A heading is exported with a paragraph inside; inside a heading is a span. */
final class HeadingsHoldText implements Correction {

    private static final Set<String> HEADINGS = Set.of("H1", "H2", "H3", "H4", "H5", "H6");

    @Override
    public void apply(Draft draft) {
        for (COSDictionary element : draft.structure().elements()) {
            if (HEADINGS.contains(String.valueOf(element.getNameAsString(COSName.S)))) {
                StructureTree.kids(element).forEach(kid -> kid.setName(COSName.S, "Span"));
            }
        }
    }
}
