package io.switchboard.control.receipts;

import java.util.regex.Pattern;

/** A signed statement for {@code data/documents/<name>.dsse.json} of a bundle: the bytes of a DSSE envelope as it was issued. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EvidenceStatement(String name, byte[] envelope) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    public EvidenceStatement {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a statement in a bundle is called with 1 to 100 of A–Z a–z 0–9 _ -");
        }
    }
}
