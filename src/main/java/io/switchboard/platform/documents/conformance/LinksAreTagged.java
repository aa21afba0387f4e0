package io.switchboard.platform.documents.conformance;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/**
 * A link belongs to the element whose words it lies under, and says where it leads (PDF/UA-1 section 7.18.5). Exported
 * links and their elements stand in the same order on a page, one to one: our templates keep a link on one line.
 */
final class LinksAreTagged implements Correction {

    @Override
    public void apply(Draft draft) throws IOException {
        StructureTree structure = draft.structure();
        List<COSDictionary> elements = structure.elements("Link");
        for (PDPage page : draft.document().getPages()) {
            tag(
                    structure,
                    page,
                    elements.stream()
                            .filter(element -> page.equals(new PDPage(element.getCOSDictionary(COSName.PG))))
                            .toList());
        }
    }

    private static void tag(StructureTree structure, PDPage page, List<COSDictionary> elements) throws IOException {
        List<PDAnnotation> links = page.getAnnotations(PDAnnotationLink.class::isInstance);
        if (links.size() != elements.size()) {
            throw new IllegalStateException("a page has " + links.size() + " links for " + elements.size()
                    + " linked texts; keep each link on one line in the template");
        }
        for (int i = 0; i < links.size(); i++) {
            tag(structure, page, (PDAnnotationLink) links.get(i), elements.get(i));
        }
    }

    private static void tag(StructureTree structure, PDPage page, PDAnnotationLink link, COSDictionary element)
            throws IOException {
        link.setContents(link.getAction() instanceof PDActionURI web ? web.getURI() : "a place in this document");
        link.setPrinted(true);
        var reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
        reference.setItem(COSName.OBJ, link);
        reference.setItem(COSName.PG, page);
        StructureTree.add(element, reference);
        link.getCOSObject().setInt(COSName.STRUCT_PARENT, structure.addParent(element));
    }
}
