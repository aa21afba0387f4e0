package io.switchboard.insight.reliability;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Since when a tenant is counted, and how far its log is. */
@Repository
class MarkRows {

    private final JdbcClient jdbc;

    MarkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a tenant that was never looked at. */
    Optional<Instant> since(TenantId tenant) {
        return jdbc.sql("SELECT recorded_since FROM reliability_mark WHERE tenant_id = ?")
                .param(tenant.value())
                .query((row, _) -> Utc.instant(row.getObject("recorded_since", LocalDateTime.class)))
                .optional();
    }

    /** Before a transaction, so that nobody waits for the lock of a row that is not there yet. */
    void begin(TenantId tenant, Instant now) {
        if (since(tenant).isEmpty()) {
            jdbc.sql("INSERT IGNORE INTO reliability_mark (tenant_id, recorded_since, log_size) VALUES (?, ?, 0)")
                    .params(tenant.value(), Utc.column(now))
                    .update();
        }
    }

    /** One at a time until the transaction ends; answers how many entries of the log were counted. */
    long lock(TenantId tenant) {
        return jdbc.sql("SELECT log_size FROM reliability_mark WHERE tenant_id = ? FOR UPDATE")
                .param(tenant.value())
                .query(Long.class)
                .single();
    }

    void advance(TenantId tenant, long size) {
        jdbc.sql("UPDATE reliability_mark SET log_size = ? WHERE tenant_id = ?")
                .params(size, tenant.value())
                .update();
    }
}
