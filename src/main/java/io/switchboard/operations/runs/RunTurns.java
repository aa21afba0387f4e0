package io.switchboard.operations.runs;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose turn it is: which node works on a run, and whether anybody does. A run that ended, by cancelling for example, is not moved on by whoever still works on it. */
@Repository
class RunTurns {

    static final Duration DEAD = Duration.ofSeconds(20);

    private final JdbcClient jdbc;

    RunTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One node at a time works on a run; one that gives no sign of life loses it. */
    boolean claim(TenantId tenant, RunId id, Instant now) {
        return jdbc.sql("""
                        UPDATE run SET beat_at = ?, state = 'RUNNING', wake_at = NULL WHERE tenant_id = ? AND run_id = ?
                          AND (state = 'RUNNING' OR state = 'WAITING') AND (beat_at IS NULL OR beat_at < ?)""")
                        .params(Utc.column(now), tenant.value(), id.value(), Utc.column(now.minus(DEAD)))
                        .update()
                == 1;
    }

    void beat(TenantId tenant, RunId id, Instant now) {
        jdbc.sql("UPDATE run SET beat_at = ? WHERE tenant_id = ? AND run_id = ? AND beat_at IS NOT NULL")
                .params(Utc.column(now), tenant.value(), id.value())
                .update();
    }

    /** Nothing to do until then; without a time, until somebody says something. */
    void park(Run run, Optional<Instant> until) {
        jdbc.sql(
                        "UPDATE run SET beat_at = NULL, state = 'WAITING', wake_at = NULLIF(?, '1000-01-01') WHERE tenant_id = ? AND run_id = ? AND state = 'RUNNING'")
                .params(
                        until.map(at -> Utc.column(at).toString()).orElse("1000-01-01"),
                        run.tenant().value(),
                        run.id().value())
                .update();
    }

    /** False where it has ended already. */
    boolean end(Run run, RunState state, Instant now) {
        return jdbc.sql(
                                "UPDATE run SET beat_at = NULL, wake_at = NULL, state = ?, ended_at = ? WHERE tenant_id = ? AND run_id = ? AND state IN ('RUNNING', 'WAITING')")
                        .params(
                                state.name(),
                                Utc.column(now),
                                run.tenant().value(),
                                run.id().value())
                        .update()
                == 1;
    }

    /** False where it is under way, or goes back already. */
    boolean turnBack(Run run) {
        return jdbc.sql("""
                        UPDATE run SET beat_at = NULL, wake_at = NULL, state = 'RUNNING', back = TRUE, ended_at = NULL
                        WHERE tenant_id = ? AND run_id = ? AND back = FALSE AND state IN ('DONE', 'FAILED', 'CANCELLED')""").params(run.tenant().value(), run.id().value()).update() == 1;
    }

    /** Runs to be taken on, of all tenants: for the upkeep only. */
    List<Due> due(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT tenant_id, run_id FROM run WHERE (state = 'WAITING' AND wake_at <= ?)
                          OR (state = 'RUNNING' AND (beat_at IS NULL OR beat_at < ?)) LIMIT ?""")
                .params(Utc.column(now), Utc.column(now.minus(DEAD)), limit)
                .query((row, _) -> new Due(new TenantId(row.getString(1)), new RunId(row.getString(2))))
                .list();
    }

    record Due(TenantId tenant, RunId id) {}
}
