package io.switchboard.platform.documents.conformance;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Everything drawn is content in reading order or an artifact (PDF/UA-1 section 7.1). Lines, boxes and fills become artifacts;
 * page furniture is read once, on the first page, and is an artifact on the pages after; the empty anchor that is exported
 * at the top of each page goes.
 */
final class PageContents implements Correction {

    private static final String ANCHOR = "Anchor";
    private static final String FURNITURE = "Reference";

    @Override
    public void apply(Draft draft) throws IOException {
        boolean first = true;
        for (PDPage page : draft.document().getPages()) {
            rewrite(draft, page, first);
            first = false;
        }
        draft.structure().elements(FURNITURE).forEach(furniture -> furniture.setName(COSName.S, "Div"));
    }

    private static void rewrite(Draft draft, PDPage page, boolean first) throws IOException {
        StructureTree structure = draft.structure();
        COSArray parents = structure.parents(page.getCOSObject());
        var dropped = new HashSet<Integer>();
        var artifacts = new HashSet<Integer>();
        for (int i = 0; i < parents.size(); i++) {
            if (parents.getObject(i) instanceof COSDictionary element) {
                sortOut(element, i, first, dropped, artifacts);
            }
        }
        new ContentStream(dropped, artifacts).rewrite(draft.document(), page);
        detach(parents, dropped);
        detach(parents, artifacts);
    }

    private static void sortOut(
            COSDictionary element, int number, boolean first, Set<Integer> dropped, Set<Integer> artifacts) {
        if (StructureTree.is(element, ANCHOR)) {
            dropped.add(number);
        } else if (!first && isFurniture(element)) {
            artifacts.add(number);
        }
    }

    private static boolean isFurniture(COSDictionary element) {
        COSDictionary parent = element.getCOSDictionary(COSName.P);
        return parent != null && StructureTree.is(parent, FURNITURE);
    }

    private static void detach(COSArray parents, Set<Integer> numbers) {
        for (int number : numbers) {
            var element = (COSDictionary) parents.getObject(number);
            COSDictionary parent = element.getCOSDictionary(COSName.P);
            StructureTree.remove(element);
            if (StructureTree.kids(parent).isEmpty() && isOnly(parent)) {
                StructureTree.remove(parent);
            }
            StructureTree.forget(parents, number);
        }
    }

    private static boolean isOnly(COSDictionary parent) {
        return StructureTree.is(parent, FURNITURE);
    }
}
