package io.switchboard.control.policy;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What policy denies most, counted from the recorded decisions. */
@Repository
public class Denials {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    Denials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The most frequent first; decisions of these tenants since that moment. */
    public List<Denial> most(Set<TenantId> tenants, Instant since, int most) {
        if (tenants.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT action, determining_policies, COUNT(*) AS number, COUNT(DISTINCT tenant_id) AS tenants,
                               COUNT(DISTINCT tenant_id, actor_type, actor_id) AS actors
                          FROM policy_decision WHERE tenant_id IN (:tenants) AND decided_at >= :since AND NOT allowed
                         GROUP BY action, determining_policies ORDER BY number DESC, action, determining_policies LIMIT :most""")
                .param("tenants", tenants.stream().map(TenantId::value).toList())
                .param("since", Utc.column(since))
                .param("most", most)
                .query((row, _) -> denial(row))
                .list();
    }

    private static Denial denial(ResultSet row) throws SQLException {
        return new Denial(
                new ActionId(row.getString("action")),
                List.of(JSON.readValue(row.getString("determining_policies"), String[].class)),
                row.getLong("number"),
                row.getLong("tenants"),
                row.getLong("actors"));
    }
}
