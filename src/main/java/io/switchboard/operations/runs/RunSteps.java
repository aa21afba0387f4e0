package io.switchboard.operations.runs;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Utc;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The steps that runs came to. A step that is over stays as it is. */
@Repository
class RunSteps {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    RunSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

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
