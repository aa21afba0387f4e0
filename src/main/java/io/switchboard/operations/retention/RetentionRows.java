package io.switchboard.operations.retention;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What tenants have set, as rows. */
@Repository
class RetentionRows {

    private final JdbcClient jdbc;

    RetentionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RetentionPolicy of(TenantId tenant) {
        return policy(tenant, "");
    }

    /** Kept from changing, and from a second purge's beginning, until the transaction ends. */
    RetentionPolicy locked(TenantId tenant) {
        // Not INSERT IGNORE: two that had met the row with a shared lock could not both go on to lock it.
        jdbc.sql("INSERT INTO retention_policy (tenant_id) VALUES (?) ON DUPLICATE KEY UPDATE tenant_id = tenant_id")
                .param(tenant.value())
                .update();
        return policy(tenant, " FOR UPDATE");
    }

    private RetentionPolicy policy(TenantId tenant, String lock) {
        return jdbc.sql("SELECT * FROM retention_policy WHERE tenant_id = ?" + lock)
                .param(tenant.value())
                .query((row, _) -> new RetentionPolicy(row.getInt("version"), Map.of(), hold(row)))
                .optional()
                .map(found -> new RetentionPolicy(found.changes(), rules(tenant), found.hold()))
                .orElse(RetentionPolicy.NEW);
    }

    private Map<String, Keep> rules(TenantId tenant) {
        return jdbc
                .sql("SELECT kind, keep_for FROM retention_rule WHERE tenant_id = ?")
                .param(tenant.value())
                .query((row, _) ->
                        Map.entry(row.getString(1), Keep.parse(row.getString(2)).orElseThrow()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void set(TenantId tenant, String kind, Keep keep) {
        jdbc.sql("REPLACE INTO retention_rule (tenant_id, kind, keep_for) VALUES (?, ?, ?)")
                .params(tenant.value(), kind, keep.wire())
                .update();
    }

    void unset(TenantId tenant, String kind) {
        jdbc.sql("DELETE FROM retention_rule WHERE tenant_id = ? AND kind = ?")
                .params(tenant.value(), kind)
                .update();
    }

    void changed(TenantId tenant) {
        jdbc.sql("UPDATE retention_policy SET version = version + 1 WHERE tenant_id = ?")
                .param(tenant.value())
                .update();
    }

    void hold(TenantId tenant, LegalHold hold) {
        jdbc.sql("""
                        UPDATE retention_policy SET held_since = ?, held_because = ?, holder_type = ?, holder_id = ?, version = version + 1
                        WHERE tenant_id = ?""")
                .params(
                        Utc.column(hold.since()),
                        hold.reason(),
                        hold.by().type().wire(),
                        hold.by().id(),
                        tenant.value())
                .update();
    }

    void release(TenantId tenant) {
        jdbc.sql("""
                        UPDATE retention_policy SET held_since = NULL, held_because = NULL, holder_type = NULL, holder_id = NULL, version = version + 1
                        WHERE tenant_id = ?""").param(tenant.value()).update();
    }

    Optional<Instant> lookedAt(TenantId tenant) {
        return jdbc.sql("SELECT looked_at FROM retention_policy WHERE tenant_id = ? AND looked_at IS NOT NULL")
                .param(tenant.value())
                .query((row, _) -> Utc.instant(row.getObject(1, LocalDateTime.class)))
                .optional();
    }

    void looked(TenantId tenant, Instant at) {
        jdbc.sql("""
                        INSERT INTO retention_policy (tenant_id, looked_at) VALUES (?, ?)
                        ON DUPLICATE KEY UPDATE looked_at = VALUES(looked_at)""").params(tenant.value(), Utc.column(at)).update();
    }

    private static Optional<LegalHold> hold(ResultSet row) throws SQLException {
        var since = row.getObject("held_since", LocalDateTime.class);
        return since == null
                ? Optional.empty()
                : Optional.of(new LegalHold(
                        Utc.instant(since),
                        row.getString("held_because"),
                        new Actor(
                                Actor.Type.valueOf(row.getString("holder_type").toUpperCase(Locale.ROOT)),
                                row.getString("holder_id"))));
    }
}
