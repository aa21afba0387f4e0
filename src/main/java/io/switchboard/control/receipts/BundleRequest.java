package io.switchboard.control.receipts;

import java.time.Instant;

/** What a bundle covers: the scope's receipts that match the filter (whose own period does not count). */
public record BundleRequest(BundleScope scope, ReceiptFilter filter, Instant createdAt) {

    ReceiptFilter receipts() {
        return filter.inPeriod(scope.from(), scope.to());
    }
}
