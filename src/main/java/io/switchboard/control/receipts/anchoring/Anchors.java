package io.switchboard.control.receipts.anchoring;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Timestamps that were received, and when each log is anchored next. */
@Repository
class Anchors {

    private final JdbcClient jdbc;

    Anchors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TenantId tenant, long size, Timestamp timestamp) {
        jdbc.sql(
                        "INSERT IGNORE INTO log_anchor (tenant_id, tree_size, authority, answer, gen_time) VALUES (?, ?, ?, ?, ?)")
                .params(tenant.value(), size, timestamp.authority(), timestamp.answer(), Utc.column(timestamp.at()))
                .update();
        jdbc.sql("UPDATE log_head SET anchored_size = ? WHERE tenant_id = ? AND anchored_size < ?")
                .params(size, tenant.value(), size)
                .update();
    }

    Optional<Anchor> newest(TenantId tenant) {
        return jdbc.sql("""
                        SELECT a.*, c.note FROM log_anchor a JOIN log_checkpoint c ON c.tenant_id = a.tenant_id AND c.tree_size = a.tree_size
                        WHERE a.tenant_id = ? ORDER BY a.tree_size DESC LIMIT 1""").param(tenant.value()).query(Anchors::read).optional();
    }

    /** Every published log is anchored from its first checkpoint on. */
    void schedule(Instant now) {
        jdbc.sql("""
                        INSERT IGNORE INTO log_anchoring (tenant_id, due_at) SELECT tenant_id, ? FROM log_head WHERE published_size > 0""").param(Utc.column(now)).update();
    }

    void due(TenantId tenant, Instant at) {
        jdbc.sql("""
                        INSERT INTO log_anchoring (tenant_id, due_at) VALUES (?, ?)
                        ON DUPLICATE KEY UPDATE due_at = LEAST(due_at, VALUES(due_at))""").params(tenant.value(), Utc.column(at)).update();
    }

    /** Of all tenants, for the background work only: due, and with entries that are not anchored. */
    List<TenantId> due(Instant now, int most) {
        return jdbc.sql("""
                        SELECT a.tenant_id FROM log_anchoring a JOIN log_head h ON h.tenant_id = a.tenant_id
                        WHERE a.due_at <= ? AND h.published_size > h.anchored_size ORDER BY a.due_at LIMIT ?""")
                .params(Utc.column(now), most)
                .query((row, number) -> new TenantId(row.getString(1)))
                .list();
    }

    void done(TenantId tenant, Instant next) {
        jdbc.sql("""
                        INSERT INTO log_anchoring (tenant_id, due_at) VALUES (?, ?)
                        ON DUPLICATE KEY UPDATE due_at = VALUES(due_at), attempts = 0, behind_since = NULL, problem = NULL""").params(tenant.value(), Utc.column(next)).update();
    }

    int failed(TenantId tenant, String problem, Instant now) {
        jdbc.sql("""
                        UPDATE log_anchoring SET attempts = attempts + 1, behind_since = COALESCE(behind_since, ?), problem = LEFT(?, 500)
                        WHERE tenant_id = ?""").params(Utc.column(now), problem, tenant.value()).update();
        return jdbc.sql("SELECT attempts FROM log_anchoring WHERE tenant_id = ?")
                .param(tenant.value())
                .query(Integer.class)
                .single();
    }

    void again(TenantId tenant, Instant at) {
        jdbc.sql("UPDATE log_anchoring SET due_at = ? WHERE tenant_id = ?")
                .params(Utc.column(at), tenant.value())
                .update();
    }

    Optional<AnchoringState.Trouble> trouble(TenantId tenant) {
        return jdbc.sql("SELECT behind_since, problem FROM log_anchoring WHERE tenant_id = ? AND problem IS NOT NULL")
                .param(tenant.value())
                .query((row, number) -> new AnchoringState.Trouble(
                        Utc.instant(row.getObject(1, LocalDateTime.class)), row.getString(2)))
                .optional();
    }

    private static Anchor read(ResultSet row, int number) throws SQLException {
        return new Anchor(
                row.getLong("tree_size"),
                row.getString("authority"),
                Utc.instant(row.getObject("gen_time", LocalDateTime.class)),
                row.getBytes("answer"),
                row.getString("note"));
    }
}
