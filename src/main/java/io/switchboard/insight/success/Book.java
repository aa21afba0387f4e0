package io.switchboard.insight.success;

import io.switchboard.control.receipts.FedReceipt;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sums over a tenant's receipts by the day (UTC) on which they occurred. Entering is commutative and associative, so two books of the same receipts are equal in whatever order they were entered, at once
 * or in parts; each receipt is entered once, which the index of the log sees to.
 */
final class Book {

    final NavigableMap<LocalDate, Page> pages = new TreeMap<>();
    private Optional<Instant> newest = Optional.empty();

    static Book of(Iterable<FedReceipt> receipts) {
        var book = new Book();
        book.enter(receipts);
        return book;
    }

    void enter(Iterable<FedReceipt> receipts) {
        receipts.forEach(receipt -> {
            var at = receipt.head().occurredAt();
            seen(at);
            Entry.of(receipt, page(day(at)));
        });
    }

    Page page(LocalDate day) {
        return pages.computeIfAbsent(day, _ -> new Page());
    }

    void seen(Instant at) {
        newest = newest.filter(at::isBefore).or(() -> Optional.of(at));
    }

    /** The days before; what came last is still known. */
    void forget(LocalDate before) {
        pages.headMap(before, false).clear();
    }

    /** When the last of the receipts occurred. */
    Optional<Instant> newest() {
        return newest;
    }

    /** Days that follow each other, both ends included. */
    Days days(LocalDate first, LocalDate last) {
        return new Days(this, first, last);
    }

    static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
