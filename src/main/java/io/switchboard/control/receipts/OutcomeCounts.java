package io.switchboard.control.receipts;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many governed actions policy allowed, and how many of those failed. What is about flags or approvals themselves is not counted: it says nothing about what they switch on. */
@Repository
public class OutcomeCounts {

    private final JdbcClient jdbc;

    public OutcomeCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code failed} is part of {@code total}. */
    public record Counted(long total, long failed) {}

    /** Of these tenants together, from {@code from} on and before {@code to}. */
    public Counted count(Set<TenantId> tenants, Instant from, Instant to) {
        return tenants.isEmpty() || !from.isBefore(to)
                ? new Counted(0, 0)
                : jdbc.sql("""
                        SELECT COUNT(*) AS total, COALESCE(SUM(outcome = 'failed'), 0) AS failed FROM receipt
                         WHERE tenant_id IN (:tenants) AND occurred_at >= :from AND occurred_at < :to AND outcome IN ('allowed', 'failed')
                           AND action NOT LIKE 'flags.%' AND action NOT LIKE 'approvals.%'""")
                        .param("tenants", tenants.stream().map(TenantId::value).toList())
                        .param("from", Utc.column(from))
                        .param("to", Utc.column(to))
                        .query((row, _) -> new Counted(row.getLong("total"), row.getLong("failed")))
                        .single();
    }
}
