package io.switchboard.insight.success;

import io.switchboard.control.receipts.FedReceipt;
import io.switchboard.control.receipts.ReceiptFeed;
import io.switchboard.insight.success.Page.Kind;
import io.switchboard.kernel.TenantId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps each tenant's book: enters the log entry by entry, and remembers in the same transaction how far it came, so that nothing is entered twice. */
class Bookkeeping {

    private final ReceiptFeed feed;
    private final BookRows rows;
    private final Supplier<List<TenantId>> tenants;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Bookkeeping(
            ReceiptFeed feed,
            BookRows rows,
            Supplier<List<TenantId>> tenants,
            PlatformTransactionManager transactions) {
        this.feed = feed;
        this.rows = rows;
        this.tenants = tenants;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    void work() {
        tenants.get().forEach(this::catchUp);
    }

    void catchUp(TenantId tenant) {
        boolean more = hasNews(tenant);
        while (more) {
            more = Boolean.TRUE.equals(writing.execute(_ -> entered(tenant)));
        }
    }

    /** Asked before anything is locked. */
    private boolean hasNews(TenantId tenant) {
        return !feed.from(tenant, rows.next(tenant), 1).isEmpty();
    }

    private boolean entered(TenantId tenant) {
        var part = feed.from(tenant, rows.lockedNext(tenant), ReceiptFeed.MAX_LIMIT);
        if (!part.isEmpty()) {
            rows.add(tenant, Book.of(part), after(part));
        }
        return part.size() == ReceiptFeed.MAX_LIMIT;
    }

    private static long after(List<FedReceipt> part) {
        return part.getLast().index().orElseThrow() + 1;
    }

    /** Grows with every receipt that is committed. */
    long count(TenantId tenant) {
        return feed.count(tenant);
    }

    /** Forgets every sum of the tenant and makes them again from the log. */
    void again(TenantId tenant) {
        forget(tenant);
        catchUp(tenant);
    }

    /** How many receipts were in the sums. Whoever reads until they are made again counts from the log. */
    long forget(TenantId tenant) {
        return Objects.requireNonNull(writing.execute(_ -> {
            long counted = rows.lockedNext(tenant);
            rows.clear(tenant);
            return counted;
        }));
    }

    /**
     * What figures are made of, from a day on: everything that is committed, the rows and what came since they were written, all of it as of one moment. How long imports and runs took is a row for each of
     * them and not among it; see {@link CycleRows}.
     */
    Book read(TenantId tenant, LocalDate from) {
        return Objects.requireNonNull(reading.execute(_ -> {
            var book = rows.read(tenant, from, EnumSet.of(Kind.APPROVAL, Kind.INCIDENT));
            long next = rows.next(tenant);
            for (var part = feed.from(tenant, next, ReceiptFeed.MAX_LIMIT);
                    !part.isEmpty();
                    part = feed.from(tenant, after(part), ReceiptFeed.MAX_LIMIT)) {
                book.enter(part);
            }
            book.enter(feed.waiting(tenant));
            book.forget(from);
            return book;
        }));
    }
}
