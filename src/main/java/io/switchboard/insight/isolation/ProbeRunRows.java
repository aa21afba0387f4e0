package io.switchboard.insight.isolation;

import io.switchboard.kernel.ReceiptId;
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

/** Runs as rows of the tenant {@code platform}, the latest first. */
@Repository
class ProbeRunRows {

    private static final String SELECT =
            "SELECT run_id, started_at, ended_at, doors, refused, leaks, uncovered, receipt_id FROM isolation_run WHERE tenant_id = ?";

    private final JdbcClient jdbc;

    ProbeRunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TenantId platform, ProbeRun run, Matrix matrix) {
        jdbc.sql("""
                        INSERT INTO isolation_run (tenant_id, run_id, started_at, ended_at, doors, refused, leaks, uncovered, matrix, receipt_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        platform.value(),
                        run.id(),
                        Utc.column(run.startedAt()),
                        Utc.column(run.endedAt()),
                        run.doors(),
                        run.refused(),
                        run.leaks(),
                        run.uncovered(),
                        matrix.text(),
                        run.receipt().value())
                .update();
    }

    List<ProbeRun> latest(TenantId platform, int most) {
        return jdbc.sql(SELECT + " ORDER BY ended_at DESC LIMIT ?")
                .params(platform.value(), most)
                .query((row, _) -> run(row))
                .list();
    }

    /** Of those that ended from {@code from} on and before {@code until}. */
    List<ProbeRun> between(TenantId platform, Instant from, Instant until) {
        return jdbc.sql(SELECT + " AND ended_at >= ? AND ended_at < ? ORDER BY ended_at DESC")
                .params(platform.value(), Utc.column(from), Utc.column(until))
                .query((row, _) -> run(row))
                .list();
    }

    /** The latest that ended before then. */
    Optional<ProbeRun> last(TenantId platform, Instant until) {
        return jdbc.sql(SELECT + " AND ended_at < ? ORDER BY ended_at DESC LIMIT 1")
                .params(platform.value(), Utc.column(until))
                .query((row, _) -> run(row))
                .optional();
    }

    Optional<Matrix> matrix(TenantId platform, String run) {
        return jdbc.sql("SELECT matrix FROM isolation_run WHERE tenant_id = ? AND run_id = ?")
                .params(platform.value(), run)
                .query((row, _) -> Matrix.read(row.getString("matrix")))
                .optional();
    }

    /** Runs are kept for so long; their receipts for ever. */
    void forget(TenantId platform, Instant before) {
        jdbc.sql("DELETE FROM isolation_run WHERE tenant_id = ? AND ended_at < ?")
                .params(platform.value(), Utc.column(before))
                .update();
    }

    private static ProbeRun run(ResultSet row) throws SQLException {
        return new ProbeRun(
                row.getString("run_id"),
                Utc.instant(row.getObject("started_at", LocalDateTime.class)),
                Utc.instant(row.getObject("ended_at", LocalDateTime.class)),
                row.getInt("doors"),
                row.getInt("refused"),
                row.getInt("leaks"),
                row.getInt("uncovered"),
                new ReceiptId(row.getString("receipt_id")));
    }
}
