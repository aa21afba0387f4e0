package io.switchboard.operations.administration.scim;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many members of a tenant have lost something by SCIM within the last hour without an approval. */
@Repository
class Pace {

    private static final Duration LATELY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Pace(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first thing in a write's transaction: other writes of this tenant wait here, so none misses what another takes. */
    void takeTurn(TenantId tenant) {
        jdbc.sql("INSERT INTO provisioning_turn (tenant_id) VALUES (?) ON DUPLICATE KEY UPDATE turn = turn + 1")
                .param(tenant.value())
                .update();
    }

    long lately(TenantId tenant) {
        return jdbc.sql("SELECT COALESCE(SUM(affected), 0) FROM provisioning_pace WHERE tenant_id = ? AND minute > ?")
                .params(tenant.value(), Utc.column(clock.instant().minus(LATELY)))
                .query(Long.class)
                .single();
    }

    /** Counts these, and forgets what is older than an hour. */
    void add(TenantId tenant, long affected) {
        var now = clock.instant();
        jdbc.sql("DELETE FROM provisioning_pace WHERE tenant_id = ? AND minute <= ?")
                .params(tenant.value(), Utc.column(now.minus(LATELY)))
                .update();
        jdbc.sql("INSERT INTO provisioning_pace (tenant_id, minute, affected) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE affected = affected + VALUES(affected)")
                .params(tenant.value(), Utc.column(now.truncatedTo(ChronoUnit.MINUTES)), affected)
                .update();
    }
}
