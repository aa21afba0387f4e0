package io.switchboard.operations.incidents;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Incidents for tests of other modules, as an import would bring them. */
public record TestIncidents(JdbcClient jdbc) {

    public Incidents incidents() {
        return new Incidents(jdbc);
    }

    /** Acknowledged after half the time that it took to mitigate it; a negative time is one that is still open. */
    public void add(TenantId tenant, String key, String category, Instant opened, Duration mitigated) {
        var timeline = mitigated.isNegative()
                ? "[{\"at\":\"%s\",\"status\":\"new\"}]".formatted(opened)
                : "[{\"at\":\"%s\",\"status\":\"new\"},{\"at\":\"%s\",\"status\":\"active\"},{\"at\":\"%s\",\"status\":\"mitigated\"}]"
                        .formatted(opened, opened.plus(mitigated.dividedBy(2)), opened.plus(mitigated));
        jdbc.sql("""
                        INSERT INTO incident (tenant_id, incident_id, incident_key, title, status, category, opened_at, timeline, version, created_at, updated_at)
                        VALUES (?, ?, ?, ?, ?, NULLIF(?, ''), ?, ?, 1, ?, ?)""")
                .params(
                        tenant.value(),
                        IncidentId.random().value(),
                        key,
                        key,
                        mitigated.isNegative() ? "new" : "mitigated",
                        category,
                        Utc.column(opened),
                        timeline,
                        Utc.column(opened),
                        Utc.column(opened))
                .update();
    }
}
