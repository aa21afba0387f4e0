package io.switchboard.platform.signing;

import java.util.Locale;

/** What a tenant's key may sign: DSSE envelopes of receipts and bundles, or PDF documents. */
public enum KeyUse {
    RECEIPT,
    DOCUMENT;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
