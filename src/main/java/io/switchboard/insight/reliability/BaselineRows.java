package io.switchboard.insight.reliability;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.operations.incidents.ResponseTimes.Median;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Baselines as rows: one for each, and one for each of its types. */
@Repository
class BaselineRows {

    private final JdbcClient jdbc;

    BaselineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Baseline> current(TenantId tenant) {
        return latest(tenant, 1).stream().findFirst();
    }

    /** The one that counts first. */
    List<Baseline> latest(TenantId tenant, int most) {
        return jdbc
                .sql("SELECT * FROM reliability_baseline WHERE tenant_id = ? ORDER BY number DESC LIMIT ?")
                .params(tenant.value(), most)
                .query((row, _) -> head(row))
                .list()
                .stream()
                .map(head -> withTypes(tenant, head))
                .toList();
    }

    private Baseline withTypes(TenantId tenant, Head head) {
        var types = jdbc.sql(
                        "SELECT * FROM reliability_baseline_type WHERE tenant_id = ? AND number = ? ORDER BY incidents DESC, type")
                .params(tenant.value(), head.number())
                .query((row, _) -> times(row))
                .list();
        return new Baseline(head.number(), head.from(), head.to(), types, head.at(), head.by(), head.receipt());
    }

    int nextNumber(TenantId tenant) {
        return jdbc.sql("SELECT COALESCE(MAX(number), 0) + 1 FROM reliability_baseline WHERE tenant_id = ?")
                .param(tenant.value())
                .query(Integer.class)
                .single();
    }

    /** A number that is taken is a {@code DuplicateKeyException}. */
    void add(TenantId tenant, Baseline baseline) {
        jdbc.sql("""
                        INSERT INTO reliability_baseline (tenant_id, number, period_from, period_to, recorded_at, actor_type, actor_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tenant.value(),
                        baseline.number(),
                        baseline.from(),
                        baseline.to(),
                        Utc.column(baseline.recordedAt()),
                        baseline.by().type().wire(),
                        baseline.by().id())
                .update();
        baseline.types().forEach(times -> add(tenant, baseline.number(), times));
    }

    private void add(TenantId tenant, int number, TypeTimes times) {
        jdbc.sql("""
                        INSERT INTO reliability_baseline_type (tenant_id, number, type, incidents, acknowledged, mtta_seconds, mitigated, mttm_seconds)
                        VALUES (:tenant, :number, :type, :incidents, :acknowledged, :mtta, :mitigated, :mttm)""")
                .param("tenant", tenant.value())
                .param("number", number)
                .param("type", times.type())
                .param("incidents", times.incidents())
                .param("acknowledged", times.mtta().of())
                .param("mtta", seconds(times.mtta()))
                .param("mitigated", times.mttm().of())
                .param("mttm", seconds(times.mttm()))
                .update();
    }

    private static @Nullable Long seconds(Median median) {
        return median.value().map(Duration::toSeconds).orElse(null);
    }

    void receipted(TenantId tenant, int number, ReceiptId receipt) {
        jdbc.sql("UPDATE reliability_baseline SET receipt_id = ? WHERE tenant_id = ? AND number = ?")
                .params(receipt.value(), tenant.value(), number)
                .update();
    }

    private record Head(int number, LocalDate from, LocalDate to, Instant at, Actor by, Optional<ReceiptId> receipt) {}

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getInt("number"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                Utc.instant(row.getObject("recorded_at", LocalDateTime.class)),
                new Actor(Actor.Type.parse(row.getString("actor_type")).orElseThrow(), row.getString("actor_id")),
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new));
    }

    private static TypeTimes times(ResultSet row) throws SQLException {
        return new TypeTimes(
                row.getString("type"),
                row.getInt("incidents"),
                median(row, "mtta_seconds", "acknowledged"),
                median(row, "mttm_seconds", "mitigated"));
    }

    private static Median median(ResultSet row, String value, String of) throws SQLException {
        return new Median(
                Optional.ofNullable(row.getObject(value, Long.class)).map(Duration::ofSeconds), row.getInt(of));
    }
}
