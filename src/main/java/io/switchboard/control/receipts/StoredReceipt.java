package io.switchboard.control.receipts;

import io.switchboard.platform.signing.DsseEnvelope;

/** A row of the table {@code receipt}. */
record StoredReceipt(ReceiptRow row, DsseEnvelope envelope) {

    Receipt receipt() {
        return row.receipt();
    }
}
