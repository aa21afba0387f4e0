package io.switchboard.operations.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.TenantId;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class IncidentPagesTest {

    private static final IncidentFilter ALL = new IncidentFilter(Optional.empty(), Optional.empty(), Optional.empty());

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    private final TenantId tenant = TenantId.random();
    private final Incidents incidents = new Incidents(JdbcClient.create(database));

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated("incidents");
    }

    @Test
    void goesOnAfterTheLastOfThePageBeforeWithAFilterAndWithout() {
        for (int i = 1; i <= 3; i++) {
            insert(i);
        }
        var first = incidents.list(tenant, ALL, Optional.empty(), 2);
        assertThat(first.items()).extracting(Incident::key).containsExactly("N-3", "N-2");
        var second = incidents.list(tenant, ALL, first.next(), 2);
        assertThat(second.items()).extracting(Incident::key).containsExactly("N-1");
        assertThat(second.next()).isEmpty();
        var filter = new IncidentFilter(Optional.of(IncidentStatus.NEW), Optional.empty(), Optional.empty());
        assertThat(incidents.list(tenant, filter, first.next(), 2).items())
                .extracting(Incident::key)
                .containsExactly("N-1");
    }

    private void insert(int number) {
        JdbcClient.create(database)
                .sql("""
                        INSERT INTO incident (tenant_id, incident_id, incident_key, status, opened_at, timeline, version, created_at, updated_at)
                        VALUES (?, ?, ?, 'new', ?, '[]', 1, NOW(6), NOW(6))""")
                .params(tenant.value(), IncidentId.random().value(), "N-" + number, "2026-03-0" + number + " 08:00:00")
                .update();
    }
}
