package io.switchboard.control.receipts;

import java.util.regex.Pattern;

/** A document for {@code data/documents/} of a bundle: {@code name} without extension, the PDF and its JSON twin. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EvidenceDocument(String name, byte[] pdf, byte[] json) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    public EvidenceDocument {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a document in a bundle is called with 1 to 100 of A–Z a–z 0–9 . _ - and no dot in front");
        }
    }
}
