package io.switchboard.control.receipts;

import java.time.Instant;
import java.util.Optional;

/** What a bundle covers: receipts that occurred in {@code [from, to)} and match the filter (whose own period does not count). */
public record BundleRequest(Optional<Instant> from, Optional<Instant> to, ReceiptFilter filter, Instant createdAt) {

    ReceiptFilter receipts() {
        return filter.inPeriod(from, to);
    }
}
