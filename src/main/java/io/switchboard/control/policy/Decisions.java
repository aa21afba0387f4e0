package io.switchboard.control.policy;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tenant's recorded decisions, for views that explain one. */
@Repository
public class Decisions {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String SELECT = """
            SELECT d.*, s.version AS shadow_version, s.evaluated, s.policies AS shadow_policies FROM policy_decision d
              LEFT JOIN policy_shadow_decision s ON s.tenant_id = d.tenant_id AND s.decision_id = d.decision_id""";

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The decision, where it is this tenant's. */
    public Optional<RecordedDecision> find(TenantId tenant, DecisionId id) {
        return jdbc.sql(SELECT + " WHERE d.tenant_id = ? AND d.decision_id = ?")
                .params(tenant.value(), id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Those of the decisions that are this tenant's, by id. */
    public Map<DecisionId, RecordedDecision> findAll(TenantId tenant, Collection<DecisionId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(SELECT + " WHERE d.tenant_id = :tenant AND d.decision_id IN (:ids)")
                .param("tenant", tenant.value())
                .param("ids", ids.stream().map(DecisionId::value).toList())
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(RecordedDecision::id, Function.identity()));
    }

    void add(Decision decision, Optional<Evaluated> evaluated, CorrelationId correlation) {
        var request = decision.request();
        var text = RequestText.of(request);
        jdbc.sql("""
                INSERT INTO policy_decision (tenant_id, decision_id, actor_type, actor_id, action, resource_type, resource_id,
                    allowed, bundle_digest, determining_policies, reasons, correlation_id, decided_at, latency_micros, request, request_digest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        request.caller().tenant().value(),
                        decision.id().value(),
                        request.caller().actor().type().wire(),
                        request.caller().actor().id(),
                        request.action().value(),
                        request.resource().type(),
                        request.resource().id(),
                        decision.allowed(),
                        decision.bundleDigest().hex(),
                        JSON.writeValueAsString(decision.determiningPolicies()),
                        JSON.writeValueAsString(decision.reasons()),
                        correlation.value(),
                        Utc.column(decision.decidedAt()),
                        decision.took().toNanos() / 1_000,
                        text,
                        Sha256.of(text).hex())
                .update();
        evaluated.ifPresent(beside -> add(decision, beside));
    }

    private void add(Decision decision, Evaluated beside) {
        jdbc.sql("""
                INSERT INTO policy_shadow_decision (tenant_id, decision_id, version, action, enforced, evaluated, policies, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        decision.request().caller().tenant().value(),
                        decision.id().value(),
                        beside.version(),
                        decision.request().action().value(),
                        Evaluated.Verdict.of(decision.allowed()).wire(),
                        beside.verdict().wire(),
                        JSON.writeValueAsString(beside.determiningPolicies()),
                        Utc.column(decision.decidedAt()))
                .update();
    }

    private static Optional<Evaluated> evaluated(ResultSet row) throws SQLException {
        return row.getString("evaluated") == null
                ? Optional.empty()
                : Optional.of(new Evaluated(
                        row.getInt("shadow_version"),
                        Evaluated.Verdict.valueOf(row.getString("evaluated").toUpperCase(Locale.ROOT)),
                        List.of(JSON.readValue(row.getString("shadow_policies"), String[].class))));
    }

    private static RecordedDecision read(ResultSet row) throws SQLException {
        return new RecordedDecision(
                new TenantId(row.getString("tenant_id")),
                new DecisionId(row.getString("decision_id")),
                new Actor(
                        Actor.Type.valueOf(row.getString("actor_type").toUpperCase(Locale.ROOT)),
                        row.getString("actor_id")),
                new ActionId(row.getString("action")),
                row.getString("resource_type"),
                row.getString("resource_id"),
                row.getBoolean("allowed"),
                new Sha256(row.getString("bundle_digest")),
                List.of(JSON.readValue(row.getString("determining_policies"), String[].class)),
                List.of(JSON.readValue(row.getString("reasons"), Decision.Reason[].class)),
                new CorrelationId(row.getString("correlation_id")),
                Utc.instant(row.getObject("decided_at", LocalDateTime.class)),
                Duration.of(row.getLong("latency_micros"), ChronoUnit.MICROS),
                evaluated(row));
    }
}
