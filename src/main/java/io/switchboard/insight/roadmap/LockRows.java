package io.switchboard.insight.roadmap;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Locked releases with their documents. Rows are added and never changed, but for the receipt that is noted once. */
@Repository
class LockRows {

    private final JdbcClient jdbc;

    LockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<RoadmapLock> all(TenantId tenant) {
        return jdbc.sql("SELECT * FROM roadmap_lock WHERE tenant_id = ? ORDER BY locked_at DESC")
                .param(tenant.value())
                .query((row, _) -> lock(row))
                .list();
    }

    boolean exists(TenantId tenant, Release release) {
        return documents(tenant, release).isPresent();
    }

    Optional<LockDocuments> documents(TenantId tenant, Release release) {
        return jdbc.sql("SELECT pdf, json FROM roadmap_lock WHERE tenant_id = ? AND in_release = ?")
                .params(tenant.value(), release.value())
                .query((row, _) -> new LockDocuments(row.getBytes("pdf"), row.getBytes("json")))
                .optional();
    }

    void add(TenantId tenant, RoadmapLock lock, LockDocuments documents) {
        jdbc.sql("""
                        INSERT INTO roadmap_lock (tenant_id, in_release, locked_at, actor_type, actor_id, items_in, items_out, pdf, json)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tenant.value(),
                        lock.release().value(),
                        Utc.column(lock.lockedAt()),
                        lock.by().type().wire(),
                        lock.by().id(),
                        lock.in(),
                        lock.deferred(),
                        documents.pdf(),
                        documents.json())
                .update();
    }

    void receipted(TenantId tenant, Release release, ReceiptId receipt) {
        jdbc.sql("UPDATE roadmap_lock SET receipt_id = ? WHERE tenant_id = ? AND in_release = ? AND receipt_id IS NULL")
                .params(receipt.value(), tenant.value(), release.value())
                .update();
    }

    private static RoadmapLock lock(ResultSet row) throws SQLException {
        return new RoadmapLock(
                new Release(row.getString("in_release")),
                Utc.instant(row.getObject("locked_at", LocalDateTime.class)),
                new Actor(
                        Actor.Type.valueOf(row.getString("actor_type").toUpperCase(Locale.ROOT)),
                        row.getString("actor_id")),
                row.getInt("items_in"),
                row.getInt("items_out"),
                Sha256.of(row.getBytes("pdf")),
                Sha256.of(row.getBytes("json")),
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new));
    }
}
