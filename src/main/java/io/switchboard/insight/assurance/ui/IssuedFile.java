package io.switchboard.insight.assurance.ui;

import io.switchboard.control.receipts.LogState;
import io.switchboard.kernel.ReceiptId;
import java.time.Instant;

/** A file that left the portal, as its receipt tells it. */
record IssuedFile(String what, Instant at, long bytes, String sha256, ReceiptId receipt, LogState state) {

    /** Bytes as a person says them. */
    String size() {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000 ? Math.round(bytes / 1_000.0) + " kB" : Math.round(bytes / 100_000.0) / 10.0 + " MB";
    }
}
