package io.switchboard.control.receipts;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How soon a tenant's receipts came under a signed checkpoint of its log. */
@Repository
public class LogIntegration {

    private final JdbcClient jdbc;

    public LogIntegration(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one checkpoint added: entries up to {@code size}, {@code inTime} of them soon enough. */
    public record Signed(long size, Instant at, long entries, long inTime) {}

    /** Checkpoints beyond the first {@code size} entries in their order, at most {@code most}. An entry is in time if it was signed within {@code soon} from when its receipt occurred. */
    public List<Signed> after(TenantId tenant, long size, Duration soon, int most) {
        var checkpoints = jdbc.sql(
                        "SELECT tree_size, signed_at FROM log_checkpoint WHERE tenant_id = ? AND tree_size > ? ORDER BY tree_size LIMIT ?")
                .params(tenant.value(), size, most)
                .query((row, _) -> new Signed(
                        row.getLong("tree_size"),
                        Utc.instant(row.getObject("signed_at", java.time.LocalDateTime.class)),
                        0,
                        0))
                .list();
        long[] from = {size};
        return checkpoints.stream()
                .map(checkpoint -> {
                    var counted = counted(tenant, from[0], checkpoint, soon);
                    from[0] = checkpoint.size();
                    return counted;
                })
                .toList();
    }

    private Signed counted(TenantId tenant, long from, Signed checkpoint, Duration soon) {
        return jdbc.sql("""
                        SELECT COUNT(*) AS entries, COALESCE(SUM(r.occurred_at >= ?), 0) AS in_time
                          FROM log_entry e JOIN receipt r ON r.tenant_id = e.tenant_id AND r.receipt_id = e.receipt_id
                         WHERE e.tenant_id = ? AND e.log_index >= ? AND e.log_index < ?""")
                .params(Utc.column(checkpoint.at().minus(soon)), tenant.value(), from, checkpoint.size())
                .query((row, _) ->
                        new Signed(checkpoint.size(), checkpoint.at(), row.getLong("entries"), row.getLong("in_time")))
                .single();
    }

    /** Receipts from before {@code before} that are under no signed checkpoint yet. */
    public long waiting(TenantId tenant, Instant before) {
        return queued(tenant, before) + unsigned(tenant, before);
    }

    private long queued(TenantId tenant, Instant before) {
        return jdbc.sql("SELECT COUNT(*) FROM log_queue WHERE tenant_id = ? AND queued_at < ?")
                .params(tenant.value(), Utc.column(before))
                .query(Long.class)
                .single();
    }

    private long unsigned(TenantId tenant, Instant before) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM log_head h
                          JOIN log_entry e ON e.tenant_id = h.tenant_id AND e.log_index >= h.signed_size
                          JOIN receipt r ON r.tenant_id = e.tenant_id AND r.receipt_id = e.receipt_id
                         WHERE h.tenant_id = ? AND r.occurred_at < ?""")
                .params(tenant.value(), Utc.column(before))
                .query(Long.class)
                .single();
    }
}
