package io.switchboard.control.receipts.fsck;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.receipts.LoggedReceipts;
import io.switchboard.control.receipts.proofs.PublishedLogs;
import io.switchboard.embedded.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever somebody does by hand to rows or files is named. */
class LogCheckTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
    private static final DataSource DATABASE = TestDatabase.migrated("signing", "receipts");

    private static final PlatformTransactionManager TRANSACTIONS = new DataSourceTransactionManager(DATABASE);

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final LoggedReceipts log = new LoggedReceipts(DATABASE, CLOCK);
    private final PublishedLogs logs = new PublishedLogs(jdbc);
    private final LogCheck check = new LogCheck(
            logs, new RowsCheck(new LoggedRows(jdbc)), log.store(), new LogChecks(jdbc, logs, TRANSACTIONS), CLOCK);

    @BeforeEach
    void commit() throws IOException {
        log.append(12);
        log.integrate();
        log.append(8);
        log.integrate();
    }

    private Optional<String> difference() {
        var checked = check.check(log.tenant()).orElseThrow();
        assertThat(check.latest(log.tenant())).contains(checked);
        return checked.difference();
    }

    private void byHand(String sql, Object... more) {
        var statement = jdbc.sql(sql).param(log.tenant().value());
        for (Object value : more) {
            statement = statement.param(value);
        }
        assertThat(statement.update()).isPositive();
    }

    private void isNamed(String... words) {
        assertThat(difference()).hasValueSatisfying(what -> assertThat(what).contains(words));
    }

    @Test
    void findsALogThatIsAsItWasSigned() {
        var checked = check.check(log.tenant()).orElseThrow();
        assertThat(checked.difference()).isEmpty();
        assertThat(checked.entries()).isEqualTo(20);
        assertThat(checked.checkpoints()).isEqualTo(2);
    }

    @Test
    void doesNotMindReceiptsThatAreStillWaiting() {
        log.append(2);
        assertThat(difference()).isEmpty();
    }

    @Test
    void doesNotMindALogThatGrowsWhileATransactionThatBeganEarlierChecksIt() {
        new TransactionTemplate(TRANSACTIONS).executeWithoutResult(_ -> {
            assertThat(logs.of(log.tenant()).orElseThrow().size()).isEqualTo(20);
            CompletableFuture.runAsync(this::grow).join();
            assertThat(difference()).isEmpty();
        });
    }

    private void grow() {
        try {
            log.append(3);
            log.integrate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void namesAReceiptWhosePayloadWasEdited() {
        byHand(
                "UPDATE receipt SET payload = REPLACE(payload, 'allowed', 'denied ') WHERE tenant_id = ? AND receipt_id = ?",
                log.id(7));
        isNamed("Entry 7", log.id(7), "edited");
    }

    @Test
    void namesAReceiptWhoseColumnsWereEdited() {
        byHand("UPDATE receipt SET outcome = 'denied' WHERE tenant_id = ? AND receipt_id = ?", log.id(7));
        isNamed(log.id(7), "outcome denied", "allowed");
    }

    @Test
    void namesAReceiptThatWasDeleted() {
        byHand("DELETE FROM receipt WHERE tenant_id = ? AND receipt_id = ?", log.id(9));
        isNamed("Entry 9", log.id(9), "gone");
    }

    @Test
    void namesAnEntryThatWasDeleted() {
        byHand("DELETE FROM log_entry WHERE tenant_id = ? AND log_index = 9");
        isNamed("Entry 9 is missing");
    }

    @Test
    void namesEntriesThatWereReordered() {
        byHand("UPDATE log_entry SET log_index = 9000 WHERE tenant_id = ? AND log_index = 5");
        byHand("UPDATE log_entry SET log_index = 5 WHERE tenant_id = ? AND log_index = 6");
        byHand("UPDATE log_entry SET log_index = 6 WHERE tenant_id = ? AND log_index = 9000");
        isNamed("up to 12", "the checkpoint of that size");
    }

    @Test
    void namesAReceiptThatWasInserted() {
        byHand("""
                INSERT INTO receipt (tenant_id, receipt_id, actor_type, actor_id, action, outcome, correlation_id, occurred_at, key_id, payload, signature)
                SELECT tenant_id, CONCAT('rcp_', REPEAT('a', 32)), actor_type, actor_id, action, outcome, correlation_id, occurred_at, key_id, payload, signature
                FROM receipt WHERE tenant_id = ? AND receipt_id = ?""", log.id(3));
        isNamed("rcp_aaaa", "inserted by hand");
    }

    @Test
    void namesACheckpointThatWasEdited() {
        byHand("UPDATE log_checkpoint SET root = REPEAT('x', 32) WHERE tenant_id = ? AND tree_size = 12");
        isNamed("up to 12");
    }

    @Test
    void namesATileThatWasChanged() throws IOException {
        log.corrupt("tile/0/000.p/20", 33);
        isNamed("tile/0/000.p/20", "index 1 of level 0");
    }

    @Test
    void namesATileThatIsGone() {
        log.lose("tile/0/000.p/20");
        isNamed("tile/0/000.p/20 is missing");
    }

    @Test
    void checksTilesOfEveryLevel() throws IOException {
        log.append(260);
        log.integrate();
        assertThat(difference()).isEmpty();
        log.corrupt("tile/1/000.p/1", 0);
        isNamed("tile/1/000.p/1", "index 0 of level 1");
    }

    @Test
    void namesACheckpointFileThatWasSetBack() throws IOException {
        log.showOlder(12);
        isNamed("file checkpoint shows size 12");
    }
}
