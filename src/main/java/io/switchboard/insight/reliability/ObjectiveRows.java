package io.switchboard.insight.reliability;

import io.switchboard.kernel.TenantId;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Objectives that somebody has set; the usual ones have no row. */
@Repository
class ObjectiveRows {

    private final JdbcClient jdbc;

    ObjectiveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One for each indicator. */
    Map<Indicator, Objective> of(TenantId tenant) {
        var objectives = new EnumMap<Indicator, Objective>(Indicator.class);
        for (var indicator : Indicator.values()) {
            objectives.put(indicator, Objective.usual(indicator));
        }
        jdbc.sql("SELECT indicator, target, days, version FROM reliability_objective WHERE tenant_id = ?")
                .param(tenant.value())
                .query(row -> {
                    var indicator = Indicator.parse(row.getString("indicator")).orElseThrow();
                    objectives.put(
                            indicator,
                            new Objective(
                                    indicator,
                                    new Target(row.getInt("target")),
                                    row.getInt("days"),
                                    row.getInt("version")));
                });
        return objectives;
    }

    /** False where somebody was quicker. */
    boolean put(TenantId tenant, Objective objective) {
        jdbc.sql(
                        "INSERT IGNORE INTO reliability_objective (tenant_id, indicator, target, days, version) VALUES (?, ?, ?, ?, 0)")
                .params(
                        tenant.value(),
                        objective.indicator().id(),
                        objective.target().perHundredThousand(),
                        objective.days())
                .update();
        return jdbc.sql("""
                        UPDATE reliability_objective SET target = ?, days = ?, version = ?
                         WHERE tenant_id = ? AND indicator = ? AND version = ?""")
                        .params(
                                objective.target().perHundredThousand(),
                                objective.days(),
                                objective.version(),
                                tenant.value(),
                                objective.indicator().id(),
                                objective.version() - 1)
                        .update()
                == 1;
    }
}
