package io.switchboard.operations.runs;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** A tenant's runs and their steps. A run that ended, by cancelling for example, is not moved on by whoever still works on it. */
@Repository
public class Runs {

    static final Duration DEAD = Duration.ofSeconds(20);

    private static final int MOST = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Run run) {
        jdbc.sql("""
                        INSERT INTO run (tenant_id, run_id, origin_key, origin_version, title, definition, inputs, state, actor_type, actor_id, actor_roles, started_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        run.tenant().value(),
                        run.id().value(),
                        run.origin().key(),
                        run.origin().version(),
                        run.title(),
                        run.definition(),
                        JSON.writeValueAsString(run.inputs()),
                        run.state().name(),
                        run.starter().actor().type().name(),
                        run.starter().actor().id(),
                        run.starter().roles().stream().sorted().map(Role::wire).collect(Collectors.joining(",")),
                        Utc.column(run.startedAt()))
                .update();
    }

    public Optional<Run> find(TenantId tenant, RunId id) {
        var steps = jdbc.sql("SELECT * FROM run_step WHERE tenant_id = ? AND run_id = ? ORDER BY step_no")
                .params(tenant.value(), id.value())
                .query((row, _) -> RunRows.step(row))
                .list();
        return jdbc.sql("SELECT * FROM run WHERE tenant_id = ? AND run_id = ?")
                .params(tenant.value(), id.value())
                .query((row, _) -> RunRows.run(row, steps))
                .optional();
    }

    /** Latest first and without their steps; at most 500 after {@code last}. */
    RunPage list(TenantId tenant, RunFilter filter, Optional<RunId> last, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        Map<String, Object> params = new HashMap<>(Map.of("tenant", tenant.value(), "limit", most + 1));
        filter.state().ifPresent(state -> params.put("state", state.name()));
        filter.origin().ifPresent(key -> params.put("origin", key));
        last.ifPresent(id -> params.put("last", id.value()));
        var found = jdbc.sql("SELECT * FROM run" + where(filter)
                        + (last.isEmpty()
                                ? ""
                                : " AND (started_at, run_id) < (SELECT started_at, run_id FROM run WHERE tenant_id = :tenant AND run_id = :last)")
                        + " ORDER BY started_at DESC, run_id DESC LIMIT :limit")
                .params(params)
                .query((row, _) -> RunRows.run(row, List.of()))
                .list();
        long total = jdbc.sql("SELECT COUNT(*) FROM run" + where(filter))
                .params(params)
                .query(Long.class)
                .single();
        var items = found.subList(0, Math.min(most, found.size()));
        return new RunPage(
                items, found.size() > items.size() ? Optional.of(items.getLast().id()) : Optional.empty(), total);
    }

    private static String where(RunFilter filter) {
        return " WHERE tenant_id = :tenant" + (filter.state().isPresent() ? " AND state = :state" : "")
                + (filter.origin().isPresent() ? " AND origin_key = :origin" : "");
    }

    void receipted(TenantId tenant, RunId id, ReceiptId receipt) {
        jdbc.sql("UPDATE run SET receipt_id = ? WHERE tenant_id = ? AND run_id = ? AND receipt_id IS NULL")
                .params(receipt.value(), tenant.value(), id.value())
                .update();
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

    void add(Run run, RunStep step) {
        jdbc.sql("""
                        INSERT INTO run_step (tenant_id, run_id, step_no, step_id, attempt, back, state, says, outputs, started_at, wake_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULLIF(?, '1000-01-01'))""")
                .params(
                        run.tenant().value(),
                        run.id().value(),
                        step.number(),
                        step.step(),
                        step.attempt(),
                        step.back(),
                        step.state().name(),
                        step.says(),
                        JSON.writeValueAsString(step.outputs()),
                        Utc.column(step.startedAt()),
                        step.wakeAt().map(at -> Utc.column(at).toString()).orElse("1000-01-01"))
                .update();
    }

    /** False where the step is over already: then somebody else has ended it. */
    boolean save(Run run, RunStep step) {
        return jdbc.sql("""
                        UPDATE run_step SET state = ?, says = ?, outputs = ?, receipt_id = NULLIF(?, ''), ticket_id = NULLIF(?, ''), ended_at = NULLIF(?, '1000-01-01'),
                          wake_at = NULLIF(?, '1000-01-01')
                        WHERE tenant_id = ? AND run_id = ? AND step_no = ? AND state NOT IN ('DONE', 'FAILED', 'SKIPPED')""")
                        .params(
                                step.state().name(),
                                step.says(),
                                JSON.writeValueAsString(step.outputs()),
                                step.receipt().map(ReceiptId::value).orElse(""),
                                step.ticket().orElse(""),
                                step.endedAt()
                                        .map(at -> Utc.column(at).toString())
                                        .orElse("1000-01-01"),
                                step.wakeAt()
                                        .map(at -> Utc.column(at).toString())
                                        .orElse("1000-01-01"),
                                run.tenant().value(),
                                run.id().value(),
                                step.number())
                        .update()
                == 1;
    }

    /** A person's word on a step that asks. Asked to be tried again, it is due at once. False where it does not ask any more. */
    boolean answer(Run run, RunStep step, Answer answer, String note, Instant now) {
        var state = switch (answer) {
            case DONE -> StepState.DONE;
            case FAILED -> StepState.FAILED;
            case AGAIN -> StepState.WAITING;
        };
        boolean taken = jdbc.sql("""
                        UPDATE run_step SET state = ?, says = CONCAT(says, ?), ended_at = ?, wake_at = ?
                        WHERE tenant_id = ? AND run_id = ? AND step_no = ? AND state = 'ASKING'""")
                        .params(
                                state.name(),
                                note.isEmpty() ? "" : "\n— " + note,
                                Utc.column(now),
                                Utc.column(now),
                                run.tenant().value(),
                                run.id().value(),
                                step.number())
                        .update()
                == 1;
        return taken
                && jdbc.sql(
                                        "UPDATE run SET state = 'WAITING', wake_at = ? WHERE tenant_id = ? AND run_id = ? AND state IN ('RUNNING', 'WAITING')")
                                .params(
                                        Utc.column(now),
                                        run.tenant().value(),
                                        run.id().value())
                                .update()
                        == 1;
    }

    /** The receipt of a person's word on a step. */
    void proven(Run run, int step, ReceiptId receipt) {
        jdbc.sql(
                        "UPDATE run_step SET receipt_id = ? WHERE tenant_id = ? AND run_id = ? AND step_no = ? AND receipt_id IS NULL")
                .params(receipt.value(), run.tenant().value(), run.id().value(), step)
                .update();
    }
}
