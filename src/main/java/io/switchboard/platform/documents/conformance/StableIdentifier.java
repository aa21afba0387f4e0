package io.switchboard.platform.documents.conformance;

import io.switchboard.kernel.Sha256;
import java.nio.ByteBuffer;
import org.apache.pdfbox.cos.COSName;

/** A PDF's identifier is random or made of the time; here it follows from the twin and the title. */
final class StableIdentifier implements Correction {

    @Override
    public void apply(Draft draft) {
        draft.document().getDocument().getTrailer().removeItem(COSName.ID);
        byte[] seed =
                Sha256.of(draft.twin().digest() + draft.properties().title()).bytes();
        draft.document().setDocumentId(ByteBuffer.wrap(seed).getLong());
    }
}
