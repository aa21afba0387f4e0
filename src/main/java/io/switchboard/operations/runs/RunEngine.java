package io.switchboard.operations.runs;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.runbooks.dialect.RunbookSteps.Step;
import io.switchboard.operations.runbooks.dialect.RunbookText;
import io.switchboard.operations.runs.Course.Next;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes a run on, step after step, until it has to wait or has ended. Everything it knows is in the database, so any node can go on where another ended. */
@Component
class RunEngine {

    private static final Logger LOG = LoggerFactory.getLogger(RunEngine.class);
    private static final String CUT_OFF =
            "The portal ended in the middle of this step, and it is not known whether it was done. Look, then say so; nothing is repeated by itself.";

    private final Set<RunTurns.Due> atWork = ConcurrentHashMap.newKeySet();
    private final Runs runs;
    private final RunTurns turns;
    private final RunSteps steps;
    private final StepWork work;
    private final Clock clock;

    RunEngine(Runs runs, RunTurns turns, RunSteps steps, StepWork work, Clock clock) {
        this.runs = runs;
        this.turns = turns;
        this.steps = steps;
        this.work = work;
        this.clock = clock;
    }

    void advance(TenantId tenant, RunId id) {
        if (!turns.claim(tenant, id, clock.instant())) {
            return;
        }
        var due = new RunTurns.Due(tenant, id);
        atWork.add(due);
        try {
            var goesOn = true;
            while (goesOn) {
                goesOn = goesOn(tenant, id);
            }
        } finally {
            atWork.remove(due);
        }
    }

    void beat() {
        atWork.forEach(due -> turns.beat(due.tenant(), due.id(), clock.instant()));
    }

    private boolean goesOn(TenantId tenant, RunId id) {
        var run = runs.find(tenant, id).orElseThrow();
        if (!run.state().isUnderWay()) {
            return false;
        }
        var definition = RunbookText.read(run.definition());
        return run.last()
                .filter(step -> !step.state().isOver())
                .map(step -> resumed(run, definition, step))
                .orElseGet(() -> run.back() ? undoNext(run, definition) : next(run, definition));
    }

    private boolean next(Run run, Map<String, @Nullable Object> definition) {
        return switch (new Course(definition).after(run.steps())) {
            case Next.End(boolean failed) -> ended(run, failed ? RunState.FAILED : RunState.DONE);
            case Next.Go(Step step, int attempt) -> begin(run, definition, step, attempt, false);
        };
    }

    private boolean undoNext(Run run, Map<String, @Nullable Object> definition) {
        var course = new Course(definition);
        return course.toUndo(run.steps())
                .map(done -> begin(run, definition, course.step(done.step()), 1, true))
                .orElseGet(() -> ended(run, RunState.ROLLED_BACK));
    }

    private boolean ended(Run run, RunState state) {
        turns.end(run, state, clock.instant());
        return false;
    }

    /** The intent is kept before anything is done. */
    private boolean begin(Run run, Map<String, @Nullable Object> definition, Step step, int attempt, boolean back) {
        var now = clock.instant();
        var row = RunStep.started(run.steps().size() + 1, step.id(), attempt, back, now);
        var pause = attempt == 1 ? Optional.<Duration>empty() : Pauses.before(step);
        if (pause.isPresent()) {
            var until = now.plus(pause.get());
            steps.add(run, row.waiting("Tries again.", Optional.empty(), until));
            turns.park(run, Optional.of(until));
            return false;
        }
        steps.add(run, row);
        return worked(runs.find(run.tenant(), run.id()).orElseThrow(), definition, step, row);
    }

    private boolean resumed(Run run, Map<String, @Nullable Object> definition, RunStep row) {
        var step = new Course(definition).step(row.step());
        return switch (row.state()) {
            case STARTED ->
                work.isIdempotent(step) ? worked(run, definition, step, row) : kept(run, row, new Worked.Asks(CUT_OFF));
            case WAITING ->
                isLate(step, row)
                        ? kept(run, row, work.late(run, step))
                        : row.wakeAt().filter(clock.instant()::isBefore).isPresent()
                                ? parked(run, row.wakeAt())
                                : worked(run, definition, step, row);
            case ASKING ->
                isLate(step, row)
                        ? kept(run, row, work.late(run, step))
                        : parked(run, InTime.deadline(step, row).filter(_ -> mayBeLate(row)));
            case DONE, FAILED, SKIPPED -> throw new IllegalStateException("over: " + row.number());
        };
    }

    private static Optional<java.time.Instant> deadline(Run run, RunStep row) {
        var step = new Course(RunbookText.read(run.definition())).step(row.step());
        return InTime.deadline(step, row).filter(_ -> mayBeLate(row));
    }

    private boolean isLate(Step step, RunStep row) {
        return mayBeLate(row)
                && InTime.deadline(step, row)
                        .filter(until -> !clock.instant().isBefore(until))
                        .isPresent();
    }

    /** Who is asked what came of a step that was cut off has all the time there is. */
    private static boolean mayBeLate(RunStep row) {
        return !row.back() && !row.says().equals(CUT_OFF) && !row.says().equals(InTime.UNKNOWN);
    }

    private boolean parked(Run run, Optional<java.time.Instant> until) {
        turns.park(run, until);
        return false;
    }

    private boolean worked(Run run, Map<String, @Nullable Object> definition, Step step, RunStep row) {
        var templates = Templates.of(run, definition).with(step.object("vars"));
        try {
            return row.back() ? undone(run, step, row, templates) : kept(run, row, work.on(run, step, row, templates));
        } catch (DataAccessException | TransactionException e) {
            throw e; // the database is away: whoever takes the run on next finds it where it stands
        } catch (RuntimeException e) {
            LOG.error("Run {} of tenant {} met a defect at its step {}", run.id(), run.tenant(), step.id(), e);
            return kept(run, row, work.broken(run, step));
        }
    }

    private boolean undone(Run run, Step step, RunStep row, Templates templates) {
        var done = run.steps().stream()
                .filter(each -> !each.back()
                        && each.state() == StepState.DONE
                        && each.step().equals(row.step()))
                .reduce((_, later) -> later)
                .orElseThrow();
        return work.undo(run, step, done, templates)
                .map(undo -> kept(run, row, work.on(run, undo, row, templates)))
                .orElseGet(() -> kept(run, row, work.nothingToUndo(run, step)));
    }

    private boolean kept(Run run, RunStep row, Worked worked) {
        return switch (worked) {
            case Worked.Ended(var state, var says, var outputs, var receipt) ->
                steps.save(run, row.ended(state, says, outputs, receipt, clock.instant()));
            case Worked.Waits(var says, var ticket, var until) -> {
                steps.save(run, row.waiting(says, ticket, until));
                yield parked(run, Optional.of(until));
            }
            case Worked.Asks(var what) -> {
                var asking = row.asking(what);
                steps.save(run, asking);
                yield parked(run, deadline(run, asking));
            }
        };
    }
}
