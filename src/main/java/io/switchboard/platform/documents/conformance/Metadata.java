package io.switchboard.platform.documents.conformance;

import io.switchboard.platform.documents.DocumentProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** The document's information twice, in the old dictionary and in XMP, where they have to agree (PDF/A-3 section 6.6). */
final class Metadata implements Correction {

    private static final String PRODUCER = "JasperReports, OpenPDF, PDFBox";

    @Override
    public void apply(Draft draft) throws IOException {
        draft.document().setDocumentInformation(information(draft));
        PDDocumentCatalog catalog = draft.document().getDocumentCatalog();
        var xmp = new PDMetadata(draft.document());
        xmp.importXMPMetadata(Xmp.packet(draft.properties(), PRODUCER).getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(xmp);
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    private static PDDocumentInformation information(Draft draft) {
        DocumentProperties properties = draft.properties();
        var information = new PDDocumentInformation();
        information.setTitle(properties.title());
        information.setSubject(properties.subject());
        information.setAuthor(properties.author());
        information.setCreator(properties.author());
        information.setProducer(PRODUCER);
        information.setCreationDate(draft.issuedAt());
        information.setModificationDate(draft.issuedAt());
        return information;
    }
}
