package io.switchboard.platform.documents;

import io.switchboard.kernel.Sha256;

/** The same facts for machines: a JSON file of exactly these bytes is attached to the document as its data. */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and never compared
public record DocumentTwin(String fileName, byte[] json) {

    public DocumentTwin {
        json = json.clone();
    }

    public Sha256 digest() {
        return Sha256.of(json);
    }

    @Override
    public byte[] json() {
        return json.clone();
    }
}
