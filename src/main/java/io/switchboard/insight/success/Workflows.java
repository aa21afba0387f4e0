package io.switchboard.insight.success;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is done most, from the sums of all tenants' receipts: half a minute old at most. What the portal does by itself does not count. */
@Repository
public class Workflows {

    private final JdbcClient jdbc;

    Workflows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The most frequent first; receipts of these tenants since that day (UTC). */
    public List<Workflow> top(Set<TenantId> tenants, LocalDate since, int most) {
        if (tenants.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT action, SUM(IF(outcome = 'allowed', number, 0)) AS allowed, SUM(IF(outcome = 'denied', number, 0)) AS denied,
                               SUM(IF(outcome = 'failed', number, 0)) AS failed, COUNT(DISTINCT tenant_id) AS tenants
                          FROM success_activity WHERE tenant_id IN (:tenants) AND day >= :since AND actor_type IN ('user', 'service')
                         GROUP BY action ORDER BY allowed DESC, action LIMIT :most""")
                .param("tenants", tenants.stream().map(TenantId::value).toList())
                .param("since", since)
                .param("most", most)
                .query((row, _) -> workflow(row))
                .list();
    }

    private static Workflow workflow(ResultSet row) throws SQLException {
        return new Workflow(
                new ActionId(row.getString("action")),
                row.getLong("allowed"),
                row.getLong("denied"),
                row.getLong("failed"),
                row.getLong("tenants"));
    }
}
