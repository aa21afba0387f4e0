package io.switchboard.insight.success;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.receipts.FedReceipt;
import io.switchboard.control.receipts.ReceiptFeed;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.TenantId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The rows of a book, on a log in memory. */
class BookkeepingModuleTest {

    private static final LocalDate EVER = LocalDate.parse("2020-01-01");

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    private final TenantId tenant = TenantId.random();
    private final Told told = new Told();
    private final Log log = new Log();
    private final Bookkeeping books = books(log);

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated("success");
    }

    private static Bookkeeping books(ReceiptFeed feed) {
        return new Bookkeeping(
                feed, new BookRows(new JdbcTemplate(database)), List::of, new JdbcTransactionManager(database));
    }

    /** Entries with an index, and those that wait for one. */
    private static final class Log implements ReceiptFeed {

        private final List<FedReceipt> entries = new ArrayList<>();
        private final List<FedReceipt> waiting = new ArrayList<>();

        void number(List<FedReceipt> receipts) {
            receipts.forEach(receipt -> entries.add(new FedReceipt(
                    OptionalLong.of(entries.size()),
                    receipt.head(),
                    receipt.cause(),
                    receipt.subjects(),
                    receipt.facts())));
        }

        @Override
        public List<FedReceipt> from(TenantId tenant, long index, int limit) {
            return entries.stream().skip(index).limit(limit).toList();
        }

        @Override
        public long count(TenantId tenant) {
            return (long) entries.size() + waiting.size();
        }

        @Override
        public List<FedReceipt> waiting(TenantId tenant) {
            return waiting;
        }
    }

    @BeforeEach
    void aPast() {
        var random = new Random(2026);
        for (int i = 0; i < 300; i++) {
            var ago = Duration.ofMinutes(random.nextInt(30 * 24 * 60));
            told.by("person" + random.nextInt(5), random.nextBoolean() ? "runs.start" : "imports.commit", ago)
                    .decided(random.nextBoolean() ? "approved" : "denied", ago, ago)
                    .expired("unanswered", ago)
                    .moved("inc" + random.nextInt(9), random.nextBoolean(), ago)
                    .committed(ago, ago)
                    .stepped("run" + random.nextInt(9), ago, ago)
                    .planned(ago, Map.of("reject", 2L, "reject.E-103", (long) random.nextInt(3)));
        }
    }

    private Map<LocalDate, Page> read() {
        return books.readAll(tenant, EVER).pages;
    }

    @Test
    void countsWhatIsInTheRowsWhatIsInTheLogAndWhatWaitsForItsIndexOnceEach() {
        var expected = Book.of(told.receipts);
        log.number(told.receipts.subList(0, 700));
        books.catchUp(tenant);
        log.number(told.receipts.subList(700, 2_000));
        log.waiting.addAll(told.receipts.subList(2_000, 2_100));
        assertThat(read()).isEqualTo(expected.pages);
        assertThat(books.readAll(tenant, EVER).newest()).isEqualTo(expected.newest());
        books.catchUp(tenant);
        books.catchUp(tenant);
        assertThat(read()).isEqualTo(expected.pages);
    }

    @Test
    void comesToTheSameWhenItIsMadeAgainInWhateverOrderReceiptsCame() {
        log.number(told.receipts);
        books.catchUp(tenant);
        var first = read();
        books.again(tenant);
        assertThat(read()).isEqualTo(first);
        Collections.shuffle(told.receipts, new Random(7));
        log.entries.clear();
        log.number(told.receipts);
        books.again(tenant);
        assertThat(read()).isEqualTo(first);
    }

    @Test
    void entersWhatIsCommittedLateIntoTheDayOnWhichItOccurred() {
        log.number(told.receipts.subList(0, 2_099));
        books.catchUp(tenant);
        log.number(told.receipts.subList(2_099, 2_100));
        books.catchUp(tenant);
        assertThat(read()).isEqualTo(Book.of(told.receipts).pages);
    }

    @Test
    void readsOnlyTheDaysItIsAskedFor() {
        log.number(told.receipts);
        books.catchUp(tenant);
        var from = Book.day(Told.NOW.minus(Duration.ofDays(3)));
        assertThat(books.readAll(tenant, from).pages)
                .isEqualTo(Book.of(told.receipts).pages.tailMap(from, true));
    }

    @Test
    void keepsEachTenantsSumsApart() {
        log.number(told.receipts);
        books.catchUp(tenant);
        assertThat(books(new Log()).readAll(TenantId.random(), EVER).pages).isEmpty();
    }
}
