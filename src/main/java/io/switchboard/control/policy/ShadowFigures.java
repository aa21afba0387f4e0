package io.switchboard.control.policy;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often the version in shadow said what was done, and how often something else. Counting a million takes a part of a second, so the longer it takes, the longer the figures are kept. */
@Repository
public class ShadowFigures {

    private static final int TIMES_ITS_OWN = 20;

    private final JdbcClient jdbc;
    private final Map<Integer, Counted> counted = new ConcurrentHashMap<>();

    public ShadowFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Counted(List<Figure> figures, long until) {}

    /** {@code enforced} is what happened, {@code evaluated} what the version said. {@code sample} is the id of one of these decisions. */
    public record Figure(
            TenantId tenant, ActionId action, String enforced, String evaluated, long decisions, DecisionId sample) {

        public boolean disagrees() {
            return !enforced.equals(evaluated) && !evaluated.equals(Evaluated.Verdict.MISSED.wire());
        }
    }

    public List<Figure> of(int version) {
        return counted.compute(
                        version,
                        (_, before) ->
                                before != null && System.nanoTime() - before.until() < 0 ? before : counted(version))
                .figures();
    }

    private Counted counted(int version) {
        long begin = System.nanoTime();
        var figures = count(version);
        long now = System.nanoTime();
        return new Counted(figures, now + (now - begin) * TIMES_ITS_OWN);
    }

    private List<Figure> count(int version) {
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
