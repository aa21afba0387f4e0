package io.switchboard.control.receipts.fsck;

import io.switchboard.control.receipts.log.Hash;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.platform.signing.DsseEnvelope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows that a log is made of, a page at a time. */
@Repository
class LoggedRows {

    private static final String TYPE = "application/vnd.in-toto+json";

    private final JdbcClient jdbc;

    LoggedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LoggedRow> page(TenantId tenant, long from, long before, int most) {
        return jdbc.sql("""
                        SELECT e.log_index, e.receipt_id, e.entry, r.payload, r.key_id, r.signature, r.action, r.outcome, r.actor_id,
                            r.correlation_id, r.occurred_at, COALESCE(r.parent_id, '') AS parent_id
                        FROM log_entry e LEFT JOIN receipt r ON r.tenant_id = e.tenant_id AND r.receipt_id = e.receipt_id
                        WHERE e.tenant_id = ? AND e.log_index >= ? AND e.log_index < ? ORDER BY e.log_index LIMIT ?""")
                .params(tenant.value(), from, before, most)
                .query(LoggedRows::read)
                .list();
    }

    /** Kept checkpoints' roots by their sizes, {@code from < size ≤ to}. */
    SortedMap<Long, Hash> roots(TenantId tenant, long from, long to) {
        var roots = new TreeMap<Long, Hash>();
        jdbc.sql("SELECT tree_size, root FROM log_checkpoint WHERE tenant_id = ? AND tree_size > ? AND tree_size <= ?")
                .params(tenant.value(), from, to)
                .query(row -> {
                    roots.put(row.getLong(1), Hash.of(row.getBytes(2)));
                });
        return roots;
    }

    /** A receipt's row that the log does not know and that does not wait for it. */
    Optional<String> stray(TenantId tenant) {
        return jdbc.sql("""
                        SELECT r.receipt_id FROM receipt r
                        LEFT JOIN log_entry e ON e.tenant_id = r.tenant_id AND e.receipt_id = r.receipt_id
                        LEFT JOIN log_queue q ON q.tenant_id = r.tenant_id AND q.queued_at = r.occurred_at AND q.receipt_id = r.receipt_id
                        WHERE r.tenant_id = ? AND e.receipt_id IS NULL AND q.receipt_id IS NULL LIMIT 1""").param(tenant.value()).query(String.class).optional();
    }

    private static LoggedRow read(ResultSet row, int number) throws SQLException {
        return new LoggedRow(
                row.getLong("log_index"),
                row.getString("receipt_id"),
                row.getBytes("entry"),
                envelope(row),
                row.getString("key_id") == null ? Map.of() : columns(row));
    }

    private static Optional<DsseEnvelope> envelope(ResultSet row) throws SQLException {
        return row.getString("key_id") == null
                ? Optional.empty()
                : Optional.of(new DsseEnvelope(
                        TYPE, row.getBytes("payload"), row.getString("key_id"), row.getBytes("signature")));
    }

    private static Map<String, String> columns(ResultSet row) throws SQLException {
        return Map.of(
                "action", row.getString("action"),
                "outcome", row.getString("outcome"),
                "actor/id", row.getString("actor_id"),
                "correlationId", row.getString("correlation_id"),
                "parent", row.getString("parent_id"),
                "occurredAt",
                        Utc.instant(row.getObject("occurred_at", LocalDateTime.class))
                                .toString());
    }
}
