package io.switchboard.insight.trustreports;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Schedules as rows. */
@Repository
class ReportScheduleRows {

    private final JdbcClient jdbc;

    ReportScheduleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Schedule of(TenantId tenant) {
        return jdbc.sql("SELECT * FROM trust_report_schedule WHERE tenant_id = ?")
                .param(tenant.value())
                .query((row, _) -> read(row))
                .optional()
                .orElseGet(() -> Schedule.none(tenant));
    }

    /** Of all tenants that have switched them on. */
    List<Schedule> on() {
        return jdbc.sql("SELECT * FROM trust_report_schedule WHERE on_since IS NOT NULL")
                .query((row, _) -> read(row))
                .list();
    }

    /** False where somebody was quicker. */
    boolean put(Schedule schedule) {
        jdbc.sql("INSERT IGNORE INTO trust_report_schedule (tenant_id, zone, version) VALUES (?, ?, 0)")
                .params(schedule.tenant().value(), schedule.zone().getId())
                .update();
        return jdbc.sql("""
                        UPDATE trust_report_schedule SET zone = :zone, on_since = :since, retry_at = NULL, version = :version
                        WHERE tenant_id = :tenant AND version = :version - 1""")
                        .param("zone", schedule.zone().getId())
                        .param("since", schedule.onSince().map(Utc::column).orElse(null))
                        .param("version", schedule.version())
                        .param("tenant", schedule.tenant().value())
                        .update()
                == 1;
    }

    void retry(TenantId tenant, Instant at) {
        jdbc.sql("UPDATE trust_report_schedule SET retry_at = ? WHERE tenant_id = ?")
                .params(Utc.column(at), tenant.value())
                .update();
    }

    private static Schedule read(ResultSet row) throws SQLException {
        return new Schedule(
                new TenantId(row.getString("tenant_id")),
                ZoneId.of(row.getString("zone")),
                instant(row, "on_since"),
                instant(row, "retry_at"),
                row.getInt("version"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(Utc::instant);
    }
}
