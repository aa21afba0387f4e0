package io.switchboard.platform.signing;

import java.util.Locale;

/** What a tenant's key may sign: DSSE envelopes of receipts and bundles, the log's checkpoints, or PDF documents. */
public enum KeyUse {
    RECEIPT,
    LOG,
    DOCUMENT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
