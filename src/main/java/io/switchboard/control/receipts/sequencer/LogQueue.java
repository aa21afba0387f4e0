package io.switchboard.control.receipts.sequencer;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts that wait for their index: entered in the transaction that commits them. */
@Repository
public class LogQueue {

    private final JdbcClient jdbc;

    public LogQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code entry} is the digest of the envelope's exact bytes. */
    public void add(TenantId tenant, ReceiptId receipt, Instant at, Sha256 entry) {
        jdbc.sql("INSERT INTO log_queue (tenant_id, queued_at, receipt_id, entry) VALUES (?, ?, ?, ?)")
                .params(tenant.value(), Utc.column(at), receipt.value(), entry.bytes())
                .update();
    }

    /** Of all tenants, for the sequencer only: where something waits for an index or for a checkpoint. */
    List<TenantId> withNews() {
        return jdbc.sql("""
                        SELECT DISTINCT tenant_id FROM log_queue UNION
                        SELECT tenant_id FROM log_head WHERE sequenced_size > published_size AND halted_because IS NULL""")
                .query((row, number) -> new TenantId(row.getString(1)))
                .list();
    }

    boolean hasNews(TenantId tenant) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM log_queue WHERE tenant_id = ?)
                        OR EXISTS (SELECT 1 FROM log_head WHERE tenant_id = ? AND sequenced_size > published_size AND halted_because IS NULL)""")
                .params(tenant.value(), tenant.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Gives an index to the oldest, in the order of their times; the first gets {@code from}. Answers how many. Who commits meanwhile with an older time stays in
     * the queue and comes next.
     */
    int number(TenantId tenant, long from, int most) {
        var until = until(tenant, most);
        if (until.isEmpty()) {
            return 0;
        }
        int numbered = jdbc.sql("""
                        INSERT INTO log_entry (tenant_id, log_index, receipt_id, entry)
                        SELECT tenant_id, ? + ROW_NUMBER() OVER (ORDER BY queued_at, receipt_id) - 1, receipt_id, entry
                        FROM log_queue WHERE tenant_id = ? AND queued_at <= ?""").params(from, tenant.value(), until.get()).update();
        remove(tenant, until.get(), numbered);
        return numbered;
    }

    /**
     * What has its index now. Rows only come to the queue meanwhile, so where as many are in the period as were numbered, they are the same ones; else somebody
     * has committed an older time in between, and each row is looked up.
     */
    private void remove(TenantId tenant, LocalDateTime until, int numbered) {
        jdbc.sql("SAVEPOINT log_numbered").update();
        int removed = jdbc.sql("DELETE FROM log_queue WHERE tenant_id = ? AND queued_at <= ?")
                .params(tenant.value(), until)
                .update();
        if (removed != numbered) {
            jdbc.sql("ROLLBACK TO SAVEPOINT log_numbered").update();
            removeOneByOne(tenant, until);
        }
    }

    private void removeOneByOne(TenantId tenant, LocalDateTime until) {
        jdbc.sql("""
                        DELETE q FROM log_queue q STRAIGHT_JOIN log_entry e ON e.tenant_id = q.tenant_id AND e.receipt_id = q.receipt_id
                        WHERE q.tenant_id = ? AND q.queued_at <= ?""").params(tenant.value(), until).update();
    }

    private Optional<LocalDateTime> until(TenantId tenant, int most) {
        return jdbc.sql("""
                        SELECT MAX(queued_at) FROM (
                            SELECT queued_at FROM log_queue WHERE tenant_id = ? ORDER BY queued_at, receipt_id LIMIT ?) oldest""")
                .params(tenant.value(), most)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)))
                .single();
    }
}
