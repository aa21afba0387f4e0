package io.switchboard.control.bundles;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Simulations and their flips as rows. */
@Repository
class Simulations {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String UNDER_WAY = "state IN ('queued', 'running')";

    private final JdbcClient jdbc;

    Simulations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Simulation simulation) {
        jdbc.sql("""
                        INSERT INTO policy_simulation (id, version, digest, baseline, baseline_digest, state, since, until, expected, asked_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        simulation.id().value(),
                        simulation.version(),
                        simulation.digest().hex(),
                        simulation.baseline(),
                        simulation.baselineDigest().hex(),
                        simulation.state().wire(),
                        Utc.column(simulation.since()),
                        Utc.column(simulation.until()),
                        simulation.expected(),
                        Utc.column(simulation.askedAt()))
                .update();
    }

    Optional<Simulation> find(SimulationId id) {
        return one("id = ?", id.value());
    }

    /** The latest of this version. */
    Optional<Simulation> latest(int version) {
        return one("version = ? ORDER BY asked_at DESC, id DESC LIMIT 1", version);
    }

    /** The latest that was done of exactly these two. */
    Optional<Simulation> done(Sha256 digest, Sha256 baseline) {
        return one(
                "digest = ? AND baseline_digest = ? AND state = 'done' ORDER BY asked_at DESC, id DESC LIMIT 1",
                digest.hex(),
                baseline.hex());
    }

    Optional<Simulation> underWay(Sha256 digest, Sha256 baseline) {
        return one("digest = ? AND baseline_digest = ? AND " + UNDER_WAY + " LIMIT 1", digest.hex(), baseline.hex());
    }

    /** What is next to be worked on. */
    Optional<Simulation> oldestUnderWay() {
        return one(UNDER_WAY + " ORDER BY asked_at, id LIMIT 1");
    }

    private Optional<Simulation> one(String where, Object... params) {
        return jdbc.sql("SELECT * FROM policy_simulation WHERE " + where)
                .params(params)
                .query((row, _) -> simulation(row))
                .optional();
    }

    /** Where the work stands: the tenant that is being asked (none before the first) and the time until which it was. */
    record Place(String tenant, Optional<Instant> at) {}

    /** Keeps others from working on it until the transaction ends; empty where it is over. */
    Optional<Place> lock(SimulationId id) {
        return jdbc.sql("SELECT tenant_at, page_at FROM policy_simulation WHERE id = ? AND " + UNDER_WAY
                        + " FOR UPDATE")
                .param(id.value())
                .query((row, _) -> new Place(row.getString("tenant_at"), instant(row, "page_at")))
                .optional();
    }

    void moved(SimulationId id, Place to, Simulation.Totals more) {
        jdbc.sql("""
                        UPDATE policy_simulation SET state = 'running', tenant_at = ?, page_at = ?, evaluated = evaluated + ?, requests = requests + ?,
                          not_evaluable = not_evaluable + ?, errors = errors + ?, decided_otherwise = decided_otherwise + ?, to_deny = to_deny + ?,
                          to_allow = to_allow + ?
                        WHERE id = ?""")
                .param(to.tenant())
                .param(to.at().map(Utc::column).orElse(null))
                .params(List.of(
                        more.evaluated(),
                        more.requests(),
                        more.notEvaluable(),
                        more.errors(),
                        more.decidedOtherwise(),
                        more.toDeny(),
                        more.toAllow(),
                        id.value()))
                .update();
    }

    void add(SimulationId id, Flip flip) {
        jdbc.sql("""
                        INSERT INTO policy_flip (tenant_id, simulation_id, flip, action, to_allow, error, before_by, after_by, decisions, sample)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE decisions = decisions + VALUES(decisions)""")
                .params(
                        flip.tenant().value(),
                        id.value(),
                        flip.key().hex(),
                        flip.action().value(),
                        flip.toAllow(),
                        flip.error(),
                        JSON.writeValueAsString(flip.beforeBy()),
                        JSON.writeValueAsString(flip.afterBy()),
                        flip.decisions(),
                        flip.sample().value())
                .update();
    }

    /** By tenant, then those that would be denied first, then the most. */
    List<Flip> flips(SimulationId id) {
        return jdbc.sql("SELECT * FROM policy_flip WHERE simulation_id = ?"
                        + " ORDER BY tenant_id, to_allow, decisions DESC, action, flip")
                .param(id.value())
                .query((row, _) -> flip(row))
                .list();
    }

    void done(SimulationId id, Sha256 report, Instant now) {
        jdbc.sql("UPDATE policy_simulation SET state = 'done', report_digest = ?, ended_at = ? WHERE id = ?")
                .params(report.hex(), Utc.column(now), id.value())
                .update();
    }

    void failed(SimulationId id, String problem, Instant now) {
        jdbc.sql("UPDATE policy_simulation SET state = 'failed', problem = ?, ended_at = ? WHERE id = ? AND "
                        + UNDER_WAY)
                .params(problem, Utc.column(now), id.value())
                .update();
    }

    private static Flip flip(ResultSet row) throws SQLException {
        return new Flip(
                new TenantId(row.getString("tenant_id")),
                new ActionId(row.getString("action")),
                row.getBoolean("to_allow"),
                row.getBoolean("error"),
                List.of(JSON.readValue(row.getString("before_by"), String[].class)),
                List.of(JSON.readValue(row.getString("after_by"), String[].class)),
                row.getLong("decisions"),
                new DecisionId(row.getString("sample")));
    }

    private static Simulation simulation(ResultSet row) throws SQLException {
        return new Simulation(
                new SimulationId(row.getString("id")),
                row.getInt("version"),
                new Sha256(row.getString("digest")),
                row.getInt("baseline"),
                new Sha256(row.getString("baseline_digest")),
                Simulation.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                instant(row, "since").orElseThrow(),
                instant(row, "until").orElseThrow(),
                row.getLong("expected"),
                totals(row),
                Optional.ofNullable(row.getString("report_digest")).map(Sha256::new),
                instant(row, "asked_at").orElseThrow(),
                instant(row, "ended_at"),
                Optional.ofNullable(row.getString("problem")));
    }

    private static Simulation.Totals totals(ResultSet row) throws SQLException {
        return new Simulation.Totals(
                row.getLong("evaluated"),
                row.getLong("requests"),
                row.getLong("not_evaluable"),
                row.getLong("errors"),
                row.getLong("decided_otherwise"),
                row.getLong("to_deny"),
                row.getLong("to_allow"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(Utc::instant);
    }
}
