package io.switchboard.platform.documents.conformance;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** A header cell says which cells it is the header of: those below it (PDF/UA-1 section 7.5). */
final class TableHeadersHaveScope implements Correction {

    @Override
    public void apply(Draft draft) {
        for (COSDictionary header : draft.structure().elements("TH")) {
            var attributes = new COSDictionary();
            attributes.setName(COSName.O, "Table");
            attributes.setName(COSName.getPDFName("Scope"), "Column");
            header.setItem(COSName.A, attributes);
        }
    }
}
