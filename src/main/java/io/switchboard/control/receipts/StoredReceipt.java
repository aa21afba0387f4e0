package io.switchboard.control.receipts;

import io.switchboard.platform.signing.DsseEnvelope;
import java.util.OptionalLong;

/** A row of the table {@code receipt}, with its index once it has one. */
record StoredReceipt(ReceiptRow row, OptionalLong index, DsseEnvelope envelope) {

    Receipt receipt() {
        return row.receipt();
    }
}
