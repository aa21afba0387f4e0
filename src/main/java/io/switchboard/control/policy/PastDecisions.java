package io.switchboard.control.policy;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided, to be asked again. Looking at pages decides as well, but leaves no row: that is not among it. */
@Repository
public class PastDecisions {

    private static final String WITHIN =
            " FROM policy_decision WHERE tenant_id = :tenant AND decided_at >= :from AND decided_at < :until";

    private final JdbcClient jdbc;

    public PastDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * So many decisions that were alike: the same roles, action, attributes and context, and the same outcome. {@code request} is the digest of what they share; empty where that was not kept.
     */
    public record Alike(Optional<String> request, boolean allowed, long decisions, DecisionId sample) {}

    public List<TenantId> tenants() {
        return jdbc.sql("SELECT DISTINCT tenant_id FROM policy_decision ORDER BY tenant_id")
                .query((row, _) -> new TenantId(row.getString("tenant_id")))
                .list();
    }

    public long count(TenantId tenant, Instant from, Instant until) {
        return jdbc.sql("SELECT COUNT(*)" + WITHIN)
                .params(within(tenant, from, until))
                .query(Long.class)
                .single();
    }

    /** When the first decision of that time was; empty where there is none. */
    public Optional<Instant> first(TenantId tenant, Instant from, Instant until) {
        return jdbc.sql("SELECT MIN(decided_at) AS first" + WITHIN)
                .params(within(tenant, from, until))
                .query((row, _) -> Optional.ofNullable(row.getObject("first", LocalDateTime.class)))
                .single()
                .map(Utc::instant);
    }

    /** For actions in {@code idsMatter}, only those about the same resource by the same actor are alike. */
    public List<Alike> alike(TenantId tenant, Instant from, Instant until, Set<String> idsMatter) {
        var params = within(tenant, from, until);
        if (idsMatter.isEmpty()) {
            return alike(WITHIN + " GROUP BY request_digest, allowed", params);
        }
        params.put("actions", idsMatter);
        var all = new ArrayList<>(
                alike(WITHIN + " AND action NOT IN (:actions) GROUP BY request_digest, allowed", params));
        all.addAll(alike(
                WITHIN + " AND action IN (:actions) GROUP BY request_digest, allowed, actor_id, resource_id", params));
        return all;
    }

    private List<Alike> alike(String rest, Map<String, Object> params) {
        return jdbc.sql("SELECT request_digest, allowed, COUNT(*) AS decisions, MAX(decision_id) AS sample" + rest)
                .params(params)
                .query((row, _) -> new Alike(
                        Optional.ofNullable(row.getString("request_digest")),
                        row.getBoolean("allowed"),
                        row.getLong("decisions"),
                        new DecisionId(row.getString("sample"))))
                .list();
    }

    /** What was asked, of those of the decisions that can be asked again. */
    public Map<DecisionId, PolicyRequest> requests(TenantId tenant, Collection<DecisionId> ids) {
        var requests = new HashMap<DecisionId, PolicyRequest>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT decision_id, actor_type, actor_id, resource_id, request FROM policy_decision"
                            + " WHERE tenant_id = :tenant AND decision_id IN (:ids) AND request IS NOT NULL")
                    .param("tenant", tenant.value())
                    .param("ids", ids.stream().map(DecisionId::value).toList())
                    .query(row -> {
                        var id = new DecisionId(row.getString("decision_id"));
                        request(tenant, row).ifPresent(request -> requests.put(id, request));
                    });
        }
        return requests;
    }

    /** What of a request was kept, as canonical JSON, and when it was decided. */
    public record Kept(String request, Instant at) {}

    public Optional<Kept> kept(TenantId tenant, DecisionId id) {
        return jdbc.sql("SELECT request, decided_at FROM policy_decision WHERE tenant_id = ? AND decision_id = ?")
                .params(tenant.value(), id.value())
                .query((row, _) -> new Kept(
                        Optional.ofNullable(row.getString("request")).orElse(""),
                        Utc.instant(row.getObject("decided_at", LocalDateTime.class))))
                .optional();
    }

    private static Optional<PolicyRequest> request(TenantId tenant, ResultSet row) throws SQLException {
        var actor = new Actor(
                Actor.Type.valueOf(row.getString("actor_type").toUpperCase(Locale.ROOT)), row.getString("actor_id"));
        return RequestText.read(row.getString("request"), tenant, actor, row.getString("resource_id"));
    }

    private static Map<String, Object> within(TenantId tenant, Instant from, Instant until) {
        return new HashMap<>(Map.of("tenant", tenant.value(), "from", Utc.column(from), "until", Utc.column(until)));
    }
}
