package io.switchboard.control.policy;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.TenantId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often the version in shadow said what was done, and how often something else. */
@Repository
public class ShadowFigures {

    private final JdbcClient jdbc;

    public ShadowFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code enforced} is what happened, {@code evaluated} what the version said. {@code sample} is the id of one of these decisions. */
    public record Figure(
            TenantId tenant, ActionId action, String enforced, String evaluated, long decisions, DecisionId sample) {

        public boolean disagrees() {
            return !enforced.equals(evaluated) && !evaluated.equals(Evaluated.Verdict.MISSED.wire());
        }
    }

    public List<Figure> of(int version) {
        return jdbc.sql("""
                        SELECT tenant_id, action, enforced, evaluated, COUNT(*) AS decisions, MAX(decision_id) AS sample
                        FROM policy_shadow_decision WHERE version = ? GROUP BY tenant_id, action, enforced, evaluated
                        ORDER BY tenant_id, action, enforced, evaluated""")
                .param(version)
                .query((row, _) -> new Figure(
                        new TenantId(row.getString("tenant_id")),
                        new ActionId(row.getString("action")),
                        row.getString("enforced"),
                        row.getString("evaluated"),
                        row.getLong("decisions"),
                        new DecisionId(row.getString("sample"))))
                .list();
    }
}
