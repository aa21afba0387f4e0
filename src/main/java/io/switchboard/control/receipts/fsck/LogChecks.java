package io.switchboard.control.receipts.fsck;

import io.switchboard.control.receipts.log.Checkpoint;
import io.switchboard.control.receipts.proofs.PublishedLog;
import io.switchboard.control.receipts.proofs.PublishedLogs;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What checks have found. */
@Repository
class LogChecks {

    private final JdbcClient jdbc;
    private final PublishedLogs logs;
    private final TransactionTemplate now;

    LogChecks(JdbcClient jdbc, PublishedLogs logs, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.logs = logs;
        this.now = new TransactionTemplate(transactions);
        now.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void add(TenantId tenant, CheckedLog checked) {
        jdbc.sql("""
                        REPLACE INTO log_check (tenant_id, checked_at, entries, checkpoints, difference) VALUES (?, ?, ?, ?, LEFT(?, 1000))""")
                .param(tenant.value())
                .param(Utc.column(checked.at()))
                .param(checked.entries())
                .param(checked.checkpoints())
                .param(checked.difference().orElse(null))
                .update();
    }

    Optional<CheckedLog> latest(TenantId tenant) {
        return jdbc.sql("SELECT * FROM log_check WHERE tenant_id = ? ORDER BY checked_at DESC LIMIT 1")
                .param(tenant.value())
                .query((row, number) -> new CheckedLog(
                        Utc.instant(row.getObject("checked_at", LocalDateTime.class)),
                        row.getLong("entries"),
                        row.getInt("checkpoints"),
                        Optional.ofNullable(row.getString("difference"))))
                .optional();
    }

    /** Of all tenants, for the background work only. */
    List<PublishedLog> uncheckedSince(Instant then) {
        return jdbc
                .sql("""
                        SELECT h.tenant_id FROM log_head h WHERE h.published_size > 0 AND NOT EXISTS (
                            SELECT 1 FROM log_check c WHERE c.tenant_id = h.tenant_id AND c.checked_at > ?)""")
                .param(Utc.column(then))
                .query((row, number) -> new TenantId(row.getString(1)))
                .list()
                .stream()
                .flatMap(tenant -> logs.of(tenant).stream())
                .toList();
    }

    /** As of now, also where the check is part of a transaction that began earlier: files know nothing of its snapshot, and the log may have grown. */
    boolean wasSigned(TenantId tenant, Checkpoint checkpoint) {
        return Boolean.TRUE.equals(now.execute(_ -> isSigned(tenant, checkpoint)));
    }

    private boolean isSigned(TenantId tenant, Checkpoint checkpoint) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM log_checkpoint WHERE tenant_id = ? AND tree_size = ? AND root = ?)")
                .params(tenant.value(), checkpoint.size(), checkpoint.root().bytes())
                .query(Boolean.class)
                .single();
    }
}
