package io.switchboard.operations.incidents;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A tenant's incidents, latest first. */
@Repository
public class Incidents {

    private static final int MOST = 500;
    private static final String LATEST_FIRST = " ORDER BY opened_at DESC, incident_id DESC";

    private final JdbcClient jdbc;

    Incidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Incident> find(TenantId tenant, IncidentId id) {
        return jdbc.sql("SELECT * FROM incident WHERE tenant_id = ? AND incident_id = ?")
                .params(tenant.value(), id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    public Optional<Incident> findByKey(TenantId tenant, String key) {
        return jdbc.sql("SELECT * FROM incident WHERE tenant_id = ? AND incident_key = ?")
                .params(tenant.value(), key)
                .query((row, _) -> read(row))
                .optional();
    }

    /** At most 500 after {@code last}. */
    public IncidentPage list(TenantId tenant, IncidentFilter filter, Optional<IncidentId> last, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var params = params(tenant, filter);
        long total = jdbc.sql("SELECT COUNT(*) FROM incident " + where(filter))
                .params(params)
                .query(Long.class)
                .single();
        last.ifPresent(id -> params.put("last", id.value()));
        params.put("limit", most + 1);
        var found = jdbc.sql("SELECT * FROM incident " + where(filter) + after(last) + LATEST_FIRST + " LIMIT :limit")
                .params(params)
                .query((row, _) -> read(row))
                .list();
        var items = found.subList(0, Math.min(most, found.size()));
        return new IncidentPage(items, next(found, items), total);
    }

    /** The latest of those opened since then, at most {@code limit}. */
    List<Incident> openedSince(TenantId tenant, Instant since, int limit) {
        return jdbc.sql("SELECT * FROM incident WHERE tenant_id = ? AND opened_at >= ?" + LATEST_FIRST + " LIMIT ?")
                .params(tenant.value(), Utc.column(since), limit)
                .query((row, _) -> read(row))
                .list();
    }

    /** Those opened from {@code from} on and before {@code until}, latest first, at most {@code limit}. */
    public List<Incident> openedBetween(TenantId tenant, Instant from, Instant until, int limit) {
        return jdbc.sql("SELECT * FROM incident WHERE tenant_id = ? AND opened_at >= ? AND opened_at < ?" + LATEST_FIRST
                        + " LIMIT ?")
                .params(tenant.value(), Utc.column(from), Utc.column(until), limit)
                .query((row, _) -> read(row))
                .list();
    }

    private static Optional<IncidentId> next(List<Incident> found, List<Incident> items) {
        return found.size() > items.size() ? Optional.of(items.getLast().id()) : Optional.empty();
    }

    private static String where(IncidentFilter filter) {
        return "WHERE tenant_id = :tenant"
                + (filter.status().isPresent() ? " AND status = :status" : "")
                + (filter.severity().isPresent() ? " AND severity = :severity" : "")
                + (filter.text().isPresent()
                        ? " AND (incident_key LIKE :text OR title LIKE :text OR service LIKE :text)"
                        : "");
    }

    /** Times that are missing come last: NULL is lower than every time. */
    private static String after(Optional<IncidentId> last) {
        return last.isEmpty() ? "" : " " + """
                 AND (COALESCE(opened_at, '1000-01-01'), incident_id) < (SELECT COALESCE(opened_at, '1000-01-01'), incident_id FROM incident
                 WHERE tenant_id = :tenant AND incident_id = :last)""";
    }

    private static Map<String, Object> params(TenantId tenant, IncidentFilter filter) {
        Map<String, Object> params = new HashMap<>(Map.of("tenant", tenant.value()));
        filter.status().ifPresent(status -> params.put("status", status.wire()));
        filter.severity().ifPresent(severity -> params.put("severity", String.valueOf(severity.level())));
        filter.text().ifPresent(text -> params.put("text", "%" + literal(text) + "%"));
        return params;
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Incident read(ResultSet row) throws SQLException {
        return new Incident(
                new TenantId(row.getString("tenant_id")),
                new IncidentId(row.getString("incident_id")),
                row.getString("incident_key"),
                Optional.ofNullable(row.getString("title")).orElse(row.getString("incident_key")),
                IncidentStatus.parse(row.getString("status")).orElseThrow(),
                Optional.ofNullable(row.getString("severity")).map(Severity::ofLevel),
                Optional.ofNullable(row.getString("category")),
                Optional.ofNullable(row.getString("service")),
                Optional.ofNullable(row.getString("assigned_to")),
                instant(row, "opened_at"),
                instant(row, "resolved_at"),
                instant(row, "closed_at"),
                StateChange.read(row.getString("timeline")),
                row.getInt("version"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(Utc::instant);
    }

    /** Numbers count from the incidents that there are; one that is taken is a {@code DuplicateKeyException}. */
    void open(TenantId tenant, IncidentId id, IncidentChanges.Opening opening, StateChange first, Instant now) {
        long there = jdbc.sql("SELECT COUNT(*) FROM incident WHERE tenant_id = ? AND incident_key LIKE 'SB-%'")
                .param(tenant.value())
                .query(Long.class)
                .single();
        jdbc.sql("""
                        INSERT INTO incident (tenant_id, incident_id, incident_key, title, status, severity, service, opened_at, timeline, version, created_at, updated_at)
                        VALUES (?, ?, ?, ?, ?, NULLIF(?, ''), NULLIF(?, ''), ?, ?, 1, ?, ?)""")
                .params(
                        tenant.value(),
                        id.value(),
                        "SB-%04d".formatted(there + 1),
                        opening.title().strip(),
                        IncidentStatus.NEW.wire(),
                        opening.severity()
                                .map(severity -> String.valueOf(severity.level()))
                                .orElse(""),
                        opening.service().orElse(""),
                        Utc.column(now),
                        StateChange.text(List.of(first)),
                        Utc.column(now),
                        Utc.column(now))
                .update();
    }

    /** False where it is no longer at the version that was read. */
    boolean move(Incident incident, StateChange moment, IncidentStatus status, Instant now) {
        var timeline = new java.util.ArrayList<>(incident.timeline());
        timeline.add(moment);
        return jdbc.sql("""
                        UPDATE incident SET status = ?, timeline = ?, version = version + 1, updated_at = ?,
                          resolved_at = IF(? = 'resolved', ?, resolved_at), closed_at = IF(? = 'closed', ?, closed_at)
                        WHERE tenant_id = ? AND incident_id = ? AND version = ?""")
                        .params(
                                status.wire(),
                                StateChange.text(timeline),
                                Utc.column(now),
                                status.wire(),
                                Utc.column(now),
                                status.wire(),
                                Utc.column(now),
                                incident.tenant().value(),
                                incident.id().value(),
                                incident.version())
                        .update()
                == 1;
    }
}
