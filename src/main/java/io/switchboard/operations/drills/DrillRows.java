package io.switchboard.operations.drills;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code dr_drill}. Everything is committed at once, whatever transaction the caller is in: a killed drill has to leave its row. */
@Repository
class DrillRows {

    private final JdbcClient jdbc;
    private final TransactionTemplate atOnce;

    DrillRows(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.atOnce = new TransactionTemplate(transactions);
        atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Throws {@link org.springframework.dao.DuplicateKeyException} while another runs. */
    void begin(TenantId tenant, Drill drill) {
        atOnce.executeWithoutResult(_ -> jdbc.sql("""
                        INSERT INTO dr_drill (tenant_id, drill_id, started_at, beat_at, running, state, actor_type, actor_id)
                        VALUES (?, ?, ?, ?, 1, 'running', ?, ?)""")
                .params(
                        tenant.value(),
                        drill.id().value(),
                        Utc.column(drill.startedAt()),
                        Utc.column(drill.startedAt()),
                        drill.by().type().wire(),
                        drill.by().id())
                .update());
    }

    void beat(TenantId tenant, DrillId id, Instant now) {
        atOnce.executeWithoutResult(
                _ -> jdbc.sql("UPDATE dr_drill SET beat_at = ? WHERE tenant_id = ? AND drill_id = ?")
                        .params(Utc.column(now), tenant.value(), id.value())
                        .update());
    }

    void end(TenantId tenant, Drill drill, byte[] statement) {
        var figures = drill.figures();
        atOnce.executeWithoutResult(_ -> jdbc.sql("""
                        UPDATE dr_drill SET running = NULL, state = :state, ended_at = :ended, failure = :failure, explanation = LEFT(:explanation, 1000),
                            table_count = :tables, row_count = :rows, byte_count = :bytes, log_count = :logs, entry_count = :entries,
                            backup_ms = :backup, rto_ms = :rto, rpo_ms = :rpo, lost = :lost, statement = :statement, receipt_id = :receipt
                         WHERE tenant_id = :tenant AND drill_id = :id AND running = 1""")
                .param("state", drill.state().word())
                .param("ended", drill.endedAt().map(Utc::column).orElse(null))
                .param("failure", drill.failure().orElse(null))
                .param("explanation", drill.explanation().orElse(null))
                .param("tables", figures.tables())
                .param("rows", figures.rows())
                .param("bytes", figures.bytes())
                .param("logs", figures.logs())
                .param("entries", figures.entries())
                .param("backup", figures.backup().map(Duration::toMillis).orElse(null))
                .param("rto", figures.rto().map(Duration::toMillis).orElse(null))
                .param("rpo", figures.rpo().map(Duration::toMillis).orElse(null))
                .param("lost", figures.lost().orElse(null))
                .param("statement", statement)
                .param("receipt", drill.receipt().map(ReceiptId::value).orElse(null))
                .param("tenant", tenant.value())
                .param("id", drill.id().value())
                .update());
    }

    /** The one that runs, if its heartbeat is older than that. */
    Optional<Drill> silentSince(TenantId tenant, Instant then) {
        return jdbc.sql("SELECT * FROM dr_drill WHERE tenant_id = ? AND running = 1 AND beat_at < ?")
                .params(tenant.value(), Utc.column(then))
                .query((row, _) -> drill(row))
                .optional();
    }

    /** The latest first. */
    List<Drill> latest(TenantId tenant, int most) {
        return jdbc.sql("SELECT * FROM dr_drill WHERE tenant_id = ? ORDER BY started_at DESC, drill_id LIMIT ?")
                .params(tenant.value(), most)
                .query((row, _) -> drill(row))
                .list();
    }

    Optional<Drill> latestPassed(TenantId tenant) {
        return jdbc.sql(
                        "SELECT * FROM dr_drill WHERE tenant_id = ? AND state = 'passed' ORDER BY started_at DESC LIMIT 1")
                .param(tenant.value())
                .query((row, _) -> drill(row))
                .optional();
    }

    /** Those that ended: what is left of them on the drill server is nobody's. */
    List<DrillId> ended(TenantId tenant) {
        return jdbc.sql("SELECT drill_id FROM dr_drill WHERE tenant_id = ? AND running IS NULL")
                .param(tenant.value())
                .query((row, _) -> new DrillId(row.getString(1)))
                .list();
    }

    Optional<byte[]> statement(TenantId tenant, DrillId id) {
        return jdbc.sql("SELECT statement FROM dr_drill WHERE tenant_id = ? AND drill_id = ? AND statement IS NOT NULL")
                .params(tenant.value(), id.value())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    private static Drill drill(ResultSet row) throws SQLException {
        return new Drill(
                new DrillId(row.getString("drill_id")),
                Utc.instant(row.getObject("started_at", LocalDateTime.class)),
                new Actor(
                        Actor.Type.valueOf(row.getString("actor_type").toUpperCase(Locale.ROOT)),
                        row.getString("actor_id")),
                Drill.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("ended_at", LocalDateTime.class))
                        .map(Utc::instant),
                Optional.ofNullable(row.getString("failure")),
                Optional.ofNullable(row.getString("explanation")),
                figures(row),
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new));
    }

    private static DrillFigures figures(ResultSet row) throws SQLException {
        return new DrillFigures(
                row.getInt("table_count"),
                row.getLong("row_count"),
                row.getLong("byte_count"),
                row.getInt("log_count"),
                row.getLong("entry_count"),
                number(row, "backup_ms").map(Duration::ofMillis),
                number(row, "rto_ms").map(Duration::ofMillis),
                number(row, "rpo_ms").map(Duration::ofMillis),
                number(row, "lost"));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
