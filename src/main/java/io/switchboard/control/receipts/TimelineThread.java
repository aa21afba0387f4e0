package io.switchboard.control.receipts;

import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.ReceiptId;
import java.util.List;
import java.util.Optional;

/**
 * What came of one request, named by the correlation of its first receipt. Each entry stands after the one that it follows from, else in the order in which they were
 * written; never empty. {@code next} asks for the entries after these, where a thread is longer than a page shows.
 */
public record TimelineThread(CorrelationId id, List<TimelineEntry> entries, Optional<ReceiptId> next) {

    public TimelineEntry root() {
        return entries.getFirst();
    }
}
