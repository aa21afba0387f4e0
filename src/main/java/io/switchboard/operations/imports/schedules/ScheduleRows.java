package io.switchboard.operations.imports.schedules;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.MappingId;
import io.switchboard.platform.signing.SecretBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Schedules as rows, their secrets sealed; every question of a person names the tenant. */
@Repository
class ScheduleRows {

    private static final String SELECT = """
            SELECT s.*, r.run_no, r.outcome, r.code, r.sentence, r.import_id, r.receipt_id, r.started_at, r.ended_at
              FROM import_schedule s
              LEFT JOIN import_schedule_run r
                ON r.tenant_id = s.tenant_id AND r.schedule_id = s.schedule_id AND r.run_no = s.runs
             WHERE s.tenant_id = ?""";

    private final JdbcClient jdbc;
    private final SecretBox secrets;

    ScheduleRows(JdbcClient jdbc, SecretBox secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    List<ImportSchedule> all(TenantId tenant) {
        return jdbc.sql(SELECT + " ORDER BY s.name")
                .param(tenant.value())
                .query(ScheduleRows::read)
                .list();
    }

    Optional<ImportSchedule> find(TenantId tenant, ScheduleId id) {
        return jdbc.sql(SELECT + " AND s.schedule_id = ?")
                .params(tenant.value(), id.value())
                .query(ScheduleRows::read)
                .optional();
    }

    boolean isTaken(TenantId tenant, String name, Optional<ScheduleId> except) {
        return jdbc.sql("SELECT COUNT(*) FROM import_schedule WHERE tenant_id = ? AND name = ? AND schedule_id <> ?")
                        .params(
                                tenant.value(),
                                name,
                                except.map(ScheduleId::value).orElse(""))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void insert(Caller owner, ScheduleId id, Settled settled, Instant now) {
        jdbc.sql("""
                        INSERT INTO import_schedule (tenant_id, schedule_id, name, kind, address, has_query, access, access_key, region, secrets,
                            mapping_id, every_seconds, on_plan, owner_type, owner_id, next_run_at, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(owner.tenant().value())
                .param(id.value())
                .param(settled.name())
                .param(settled.kind())
                .param(settled.source().address())
                .param(settled.source().hasQuery())
                .param(settled.source().access().wire())
                .param(settled.source().accessKey().orElse(null))
                .param(settled.source().region().orElse(null))
                .param(sealed(owner.tenant(), id, settled.secrets()))
                .param(settled.mapping().map(MappingId::value).orElse(null))
                .param(settled.every().toSeconds())
                .param(settled.onPlan().wire())
                .param(owner.actor().type().name())
                .param(owner.actor().id())
                .param(Utc.column(now))
                .param(Utc.column(now))
                .update();
    }

    /** What was taken before is forgotten with a change: it may have been another file, or read another way. */
    void change(Caller owner, ScheduleId id, Settled settled, Instant next) {
        jdbc.sql("""
                        UPDATE import_schedule SET name = ?, kind = ?, address = ?, has_query = ?, access = ?, access_key = ?, region = ?, secrets = ?,
                            mapping_id = ?, every_seconds = ?, on_plan = ?, owner_type = ?, owner_id = ?, next_run_at = ?, failures = 0,
                            etag = NULL, digest = NULL, seen_import = NULL, authority = NULL
                        WHERE tenant_id = ? AND schedule_id = ?""")
                .param(settled.name())
                .param(settled.kind())
                .param(settled.source().address())
                .param(settled.source().hasQuery())
                .param(settled.source().access().wire())
                .param(settled.source().accessKey().orElse(null))
                .param(settled.source().region().orElse(null))
                .param(sealed(owner.tenant(), id, settled.secrets()))
                .param(settled.mapping().map(MappingId::value).orElse(null))
                .param(settled.every().toSeconds())
                .param(settled.onPlan().wire())
                .param(owner.actor().type().name())
                .param(owner.actor().id())
                .param(Utc.column(next))
                .param(owner.tenant().value())
                .param(id.value())
                .update();
    }

    /** What was set without a receipt so far was set with this one, in the same transaction. */
    void authorized(TenantId tenant, ScheduleId id, ReceiptId receipt) {
        jdbc.sql(
                        "UPDATE import_schedule SET authority = ? WHERE tenant_id = ? AND schedule_id = ? AND authority IS NULL")
                .params(receipt.value(), tenant.value(), id.value())
                .update();
    }

    void pause(TenantId tenant, ScheduleId id, String because) {
        jdbc.sql("UPDATE import_schedule SET paused_because = ? WHERE tenant_id = ? AND schedule_id = ?")
                .params(because.substring(0, Math.min(because.length(), 500)), tenant.value(), id.value())
                .update();
    }

    /** On behalf of whoever lets it run again. */
    void resume(Caller owner, ScheduleId id, Instant next) {
        jdbc.sql("""
                        UPDATE import_schedule SET paused_because = NULL, failures = 0, next_run_at = ?, owner_type = ?, owner_id = ?, authority = NULL
                        WHERE tenant_id = ? AND schedule_id = ?""")
                .params(
                        Utc.column(next),
                        owner.actor().type().name(),
                        owner.actor().id(),
                        owner.tenant().value(),
                        id.value())
                .update();
    }

    boolean delete(TenantId tenant, ScheduleId id) {
        jdbc.sql("DELETE FROM import_schedule_run WHERE tenant_id = ? AND schedule_id = ?")
                .params(tenant.value(), id.value())
                .update();
        return jdbc.sql("DELETE FROM import_schedule WHERE tenant_id = ? AND schedule_id = ?")
                        .params(tenant.value(), id.value())
                        .update()
                == 1;
    }

    SourceSecrets secrets(TenantId tenant, ScheduleId id) {
        var sealed = jdbc.sql("SELECT secrets FROM import_schedule WHERE tenant_id = ? AND schedule_id = ?")
                .params(tenant.value(), id.value())
                .query((row, _) -> row.getBytes(1))
                .single();
        return SourceSecrets.of(secrets.open(context(tenant, id), sealed));
    }

    private byte[] sealed(TenantId tenant, ScheduleId id, SourceSecrets plain) {
        return secrets.seal(context(tenant, id), plain.bytes());
    }

    private static String context(TenantId tenant, ScheduleId id) {
        return "import-schedule/" + tenant + "/" + id;
    }

    static ImportSchedule read(ResultSet row, int number) throws SQLException {
        return new ImportSchedule(
                new ScheduleId(row.getString("schedule_id")),
                row.getString("name"),
                row.getString("kind"),
                source(row),
                Optional.ofNullable(row.getString("mapping_id")).map(MappingId::new),
                Duration.ofSeconds(row.getInt("every_seconds")),
                OnPlan.parse(row.getString("on_plan")).orElseThrow(),
                Optional.ofNullable(row.getString("paused_because")),
                new Actor(Actor.Type.valueOf(row.getString("owner_type")), row.getString("owner_id")),
                Optional.ofNullable(row.getString("authority")).map(ReceiptId::new),
                row.getInt("failures"),
                at(row, "next_run_at").orElseThrow(),
                at(row, "created_at").orElseThrow(),
                row.getString("outcome") == null ? Optional.empty() : Optional.of(run(row)));
    }

    private static ScheduleSource source(ResultSet row) throws SQLException {
        return new ScheduleSource(
                row.getString("address"),
                row.getBoolean("has_query"),
                ScheduleSource.Access.parse(row.getString("access")).orElseThrow(),
                Optional.ofNullable(row.getString("access_key")),
                Optional.ofNullable(row.getString("region")));
    }

    static ScheduleRun run(ResultSet row) throws SQLException {
        return new ScheduleRun(
                row.getInt("run_no"),
                RunOutcome.valueOf(row.getString("outcome").toUpperCase(java.util.Locale.ROOT)),
                row.getString("code"),
                row.getString("sentence"),
                Optional.ofNullable(row.getString("import_id")).map(ImportId::new),
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new),
                at(row, "started_at").orElseThrow(),
                at(row, "ended_at"));
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(Utc::instant);
    }
}
