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
 * A link belongs to the element under whose words it lies, and says where it leads (PDF/UA-1 section 7.18.5). A text that
 * wraps has a link annotation for each of its lines.
 */
final class LinksAreTagged implements Correction {

    @Override
    public void apply(Draft draft) throws IOException {
        StructureTree structure = draft.structure();
        for (PDPage page : draft.document().getPages()) {
            List<PDAnnotation> links = page.getAnnotations(PDAnnotationLink.class::isInstance);
            if (!links.isEmpty()) {
                tag(structure, page, links);
            }
        }
    }

    private static void tag(StructureTree structure, PDPage page, List<PDAnnotation> links) throws IOException {
        var lines = TextLines.of(page);
        var parents = structure.parents(page.getCOSObject());
        for (PDAnnotation link : links) {
            int number = lines.under(link.getRectangle());
            if (number < 0 || !(parents.getObject(number) instanceof COSDictionary element)) {
                throw new IllegalStateException("a link lies under no text: in the template, link a text field only");
            }
            tag(structure, page, (PDAnnotationLink) link, element);
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
