package io.switchboard.platform.documents.conformance;

import io.switchboard.platform.documents.DocumentProperties;
import io.switchboard.platform.documents.DocumentTwin;
import java.awt.Shape;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A document on its way to conformance, with what is to be said in it. */
record Draft(PDDocument document, DocumentProperties properties, DocumentTwin twin, Optional<Shape> watermark) {

    StructureTree structure() {
        return new StructureTree(
                document.getDocumentCatalog().getStructureTreeRoot().getCOSObject());
    }

    GregorianCalendar issuedAt() {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(properties.issuedAt().toEpochMilli());
        return calendar;
    }
}
