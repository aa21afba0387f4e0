package io.switchboard.control.receipts;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of a tenant's log in a time: how it grew, how often it was signed, and how much of it an outside authority has attested (RFC 3161). */
@Repository
public class LogActivity {

    private final JdbcClient jdbc;

    public LogActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code size} and {@code anchored} are entries at the end, {@code added}, {@code checkpoints} and {@code timestamps} what came within the time. */
    public record Activity(
            long size, long added, long checkpoints, long timestamps, long anchored, List<String> authorities) {

        public Activity {
            authorities = List.copyOf(authorities);
        }
    }

    public Activity of(TenantId tenant, Instant from, Instant until) {
        long size = size(tenant, until);
        return new Activity(
                size,
                size - size(tenant, from),
                count(tenant, "log_checkpoint", "signed_at", from, until),
                count(tenant, "log_anchor", "gen_time", from, until),
                anchored(tenant, until),
                authorities(tenant, from, until));
    }

    private long size(TenantId tenant, Instant until) {
        return jdbc.sql("SELECT COALESCE(MAX(tree_size), 0) FROM log_checkpoint WHERE tenant_id = ? AND signed_at < ?")
                .params(tenant.value(), Utc.column(until))
                .query(Long.class)
                .single();
    }

    private long anchored(TenantId tenant, Instant until) {
        return jdbc.sql("SELECT COALESCE(MAX(tree_size), 0) FROM log_anchor WHERE tenant_id = ? AND gen_time < ?")
                .params(tenant.value(), Utc.column(until))
                .query(Long.class)
                .single();
    }

    private long count(TenantId tenant, String table, String time, Instant from, Instant until) {
        return jdbc.sql("SELECT COUNT(*) FROM %s WHERE tenant_id = ? AND %s >= ? AND %s < ?"
                        .formatted(table, time, time))
                .params(tenant.value(), Utc.column(from), Utc.column(until))
                .query(Long.class)
                .single();
    }

    private List<String> authorities(TenantId tenant, Instant from, Instant until) {
        return jdbc.sql(
                        "SELECT DISTINCT authority FROM log_anchor WHERE tenant_id = ? AND gen_time >= ? AND gen_time < ? ORDER BY authority")
                .params(tenant.value(), Utc.column(from), Utc.column(until))
                .query((row, _) -> row.getString("authority"))
                .list();
    }
}
