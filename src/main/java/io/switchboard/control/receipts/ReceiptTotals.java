package io.switchboard.control.receipts;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many receipts a tenant has of each action and outcome in a time. Read from keys alone, so that a million of them take less than a second. */
@Repository
public class ReceiptTotals {

    private final JdbcClient jdbc;

    public ReceiptTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many ended like that. */
    public record Total(ActionId action, Outcome outcome, long receipts) {}

    /** By when it occurred, from {@code from} on and before {@code until}; in the order of the actions. */
    public List<Total> of(TenantId tenant, Instant from, Instant until) {
        return jdbc.sql("""
                        SELECT action, outcome, COUNT(*) AS receipts FROM receipt
                         WHERE tenant_id = ? AND occurred_at >= ? AND occurred_at < ? GROUP BY action, outcome ORDER BY action, outcome""")
                .params(tenant.value(), Utc.column(from), Utc.column(until))
                .query((row, _) -> new Total(
                        new ActionId(row.getString("action")),
                        Outcome.parse(row.getString("outcome")).orElseThrow(),
                        row.getLong("receipts")))
                .list();
    }

    /** People who were allowed something. */
    public long people(TenantId tenant, Instant from, Instant until) {
        return jdbc.sql("""
                        SELECT COUNT(DISTINCT actor_id) FROM receipt
                         WHERE tenant_id = ? AND occurred_at >= ? AND occurred_at < ? AND outcome = 'allowed' AND actor_type = 'user'""")
                .params(tenant.value(), Utc.column(from), Utc.column(until))
                .query(Long.class)
                .single();
    }
}
