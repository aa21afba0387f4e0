package io.switchboard.insight.success;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.receipts.FedReceipt;
import io.switchboard.control.receipts.ReceiptFeed;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.insight.success.Page.Kind;
import io.switchboard.kernel.TenantId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
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
    private final CycleRows cycles = new CycleRows(new JdbcTemplate(database));

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated("success");
    }

    private static Bookkeeping books(ReceiptFeed feed) {
        return new Bookkeeping(
                feed,
                new BookRows(new JdbcTemplate(database), new CycleRows(new JdbcTemplate(database))),
                List::of,
                new JdbcTransactionManager(database));
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
        return counted(books.read(tenant, EVER));
    }

    /** Imports and runs are counted by how long they took and not kept in a book that is read. */
    private static Map<LocalDate, Page> counted(Book book) {
        book.pages
                .values()
                .forEach(page ->
                        page.cases().keySet().removeIf(id -> id.kind() == Kind.IMPORT || id.kind() == Kind.RUN));
        return book.pages;
    }

    private List<CycleTime> cycles(LocalDate from) {
        return Cycle.IN_ROWS.stream()
                .map(cycle -> cycles.of(cycle, Set.of(tenant), from))
                .toList();
    }

    @Test
    void countsWhatIsInTheRowsWhatIsInTheLogAndWhatWaitsForItsIndexOnceEach() {
        var expected = Book.of(told.receipts);
        log.number(told.receipts.subList(0, 700));
        books.catchUp(tenant);
        log.number(told.receipts.subList(700, 2_000));
        log.waiting.addAll(told.receipts.subList(2_000, 2_100));
        assertThat(read()).isEqualTo(counted(expected));
        assertThat(books.read(tenant, EVER).newest()).isEqualTo(expected.newest());
        books.catchUp(tenant);
        books.catchUp(tenant);
        assertThat(read()).isEqualTo(counted(expected));
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
        assertThat(read()).isEqualTo(counted(Book.of(told.receipts)));
    }

    @Test
    void readsOnlyTheDaysItIsAskedFor() {
        log.number(told.receipts);
        books.catchUp(tenant);
        var from = Book.day(Told.NOW.minus(Duration.ofDays(3)));
        var expected = Book.of(told.receipts);
        expected.forget(from);
        assertThat(counted(books.read(tenant, from))).isEqualTo(counted(expected));
    }

    @Test
    void keepsEachTenantsSumsApart() {
        log.number(told.receipts);
        books.catchUp(tenant);
        assertThat(books(new Log()).read(TenantId.random(), EVER).pages).isEmpty();
    }

    @Test
    void countsARunOnceOnTheDayOfItsLastStepHoweverItsStepsCameIn() {
        var run = new Told()
                .stepped("slow", Duration.ofHours(49), Duration.ofHours(1))
                .stepped("slow", Duration.ofMinutes(5), Duration.ofDays(2).plusHours(1))
                .stepped("quick", Duration.ofMinutes(3), Duration.ofDays(2));
        for (var step : run.receipts) {
            log.number(List.of(step));
            books.catchUp(tenant);
        }
        assertThat(cycles(EVER).getLast())
                .isEqualTo(new CycleTime(Cycle.RUN, 2, OptionalDouble.of(180), OptionalDouble.of(180_000)));
        assertThat(cycles(Book.day(Told.NOW)).getLast().done()).isEqualTo(1);
    }

    @Test
    void comesToTheSameCycleTimesAtOnceInPartsAndInAnyOrder() {
        log.number(told.receipts);
        books.catchUp(tenant);
        var first = cycles(EVER);
        assertThat(first.getFirst().done()).isEqualTo(300);
        assertThat(first.getLast().done()).isEqualTo(9);
        Collections.shuffle(told.receipts, new Random(11));
        log.entries.clear();
        books.forget(tenant);
        assertThat(cycles(EVER)).allMatch(cycle -> cycle.done() == 0);
        for (int i = 0; i < 2_100; i += 700) {
            log.number(told.receipts.subList(i, i + 700));
            books.catchUp(tenant);
        }
        assertThat(cycles(EVER)).isEqualTo(first);
    }
}
