package io.switchboard.control.flags;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Flags, cohorts and their changes as rows of the tenant {@code platform}. */
@Repository
class FlagRows implements FlagStore {

    private final JdbcClient jdbc;
    private final PlatformTenant platform;

    FlagRows(JdbcClient jdbc, PlatformTenant platform) {
        this.jdbc = jdbc;
        this.platform = platform;
    }

    @Override
    public long revision() {
        return platform.find().map(Tenant::id).map(this::revision).orElse(0L);
    }

    private long revision(TenantId tenant) {
        return jdbc.sql("SELECT revision FROM flag_revision WHERE tenant_id = ?")
                .param(tenant.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The revision is read first: what changes in between has a higher one and is read again. */
    @Override
    public Snapshot load() {
        return platform.find()
                .map(Tenant::id)
                .map(tenant -> Snapshot.of(revision(tenant), all(tenant)))
                .orElse(Snapshot.EMPTY);
    }

    private List<Defined> all(TenantId tenant) {
        return jdbc.sql("SELECT * FROM flag_definition WHERE tenant_id = ?")
                .param(tenant.value())
                .query((row, _) -> defined(row, instant(row, "changed_at")))
                .list();
    }

    /** Changes take turns, from here to the end of the transaction. Answers when the last one was. */
    Instant lock(Instant now) {
        jdbc.sql("INSERT IGNORE INTO flag_revision (tenant_id, revision, changed_at) VALUES (?, 0, ?)")
                .params(platform.id().value(), Utc.column(now))
                .update();
        return jdbc.sql("SELECT changed_at FROM flag_revision WHERE tenant_id = ? FOR UPDATE")
                .param(platform.id().value())
                .query((row, _) -> instant(row, "changed_at"))
                .single();
    }

    Optional<Flag> flag(FlagKey key) {
        return find(Definitions.FLAG, key.value()).map(Flag.class::cast);
    }

    Optional<Cohort> cohort(CohortKey key) {
        return find(Definitions.COHORT, key.value()).map(Cohort.class::cast);
    }

    private Optional<Defined> find(String thing, String name) {
        return jdbc.sql("SELECT * FROM flag_definition WHERE tenant_id = ? AND thing = ? AND name = ?")
                .params(platform.id().value(), thing, name)
                .query((row, _) -> defined(row, instant(row, "changed_at")))
                .optional();
    }

    /** Under the lock. */
    void write(Defined after, ChangeKind kind, Optional<String> reason, Actor by) {
        var tenant = platform.id().value();
        var definition = Definitions.text(after);
        jdbc.sql("UPDATE flag_revision SET revision = revision + 1, changed_at = ? WHERE tenant_id = ?")
                .params(Utc.column(after.changedAt()), tenant)
                .update();
        jdbc.sql("""
                        REPLACE INTO flag_definition (tenant_id, thing, name, version, definition, changed_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        tenant,
                        Definitions.thing(after),
                        after.name(),
                        after.version(),
                        definition,
                        Utc.column(after.changedAt()))
                .update();
        jdbc.sql("""
                        INSERT INTO flag_change
                          (tenant_id, revision, thing, name, version, kind, definition, actor_type, actor_id, at, reason)
                        SELECT tenant_id, revision, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM flag_revision WHERE tenant_id = ?""")
                .params(
                        Definitions.thing(after),
                        after.name(),
                        after.version(),
                        kind.wire(),
                        definition,
                        by.type().wire(),
                        by.id(),
                        Utc.column(after.changedAt()))
                .param(reason.orElse(null))
                .param(tenant)
                .update();
    }

    /** The changes of one flag or cohort, the newest first. */
    List<Change> changes(String thing, String name, int limit) {
        return jdbc.sql(
                        "SELECT * FROM flag_change WHERE tenant_id = ? AND thing = ? AND name = ? ORDER BY revision DESC LIMIT ?")
                .params(platform.id().value(), thing, name, limit)
                .query((row, _) -> change(row))
                .list();
    }

    /** Of each flag and cohort the last change until then. */
    List<Change> until(Instant time) {
        return jdbc.sql("""
                        SELECT c.* FROM flag_change c
                          JOIN (SELECT thing, name, MAX(revision) AS revision FROM flag_change WHERE tenant_id = :tenant AND at <= :time
                                 GROUP BY thing, name) l ON l.revision = c.revision
                         WHERE c.tenant_id = :tenant""")
                .param("tenant", platform.id().value())
                .param("time", Utc.column(time))
                .query((row, _) -> change(row))
                .list();
    }

    void receipted(String thing, String name, ReceiptId receipt) {
        jdbc.sql(
                        "UPDATE flag_change SET receipt_id = ? WHERE tenant_id = ? AND thing = ? AND name = ? AND receipt_id IS NULL")
                .params(receipt.value(), platform.id().value(), thing, name)
                .update();
    }

    private static Change change(ResultSet row) throws SQLException {
        var at = instant(row, "at");
        return new Change(
                row.getLong("revision"),
                ChangeKind.of(row.getString("kind")),
                defined(row, at),
                Optional.ofNullable(row.getString("reason")),
                new Actor(
                        Actor.Type.valueOf(row.getString("actor_type").toUpperCase(Locale.ROOT)),
                        row.getString("actor_id")),
                at,
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new));
    }

    private static Defined defined(ResultSet row, Instant changedAt) throws SQLException {
        return Definitions.read(
                row.getString("thing"),
                row.getString("name"),
                row.getInt("version"),
                changedAt,
                row.getString("definition"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Utc.instant(row.getObject(column, LocalDateTime.class));
    }
}
