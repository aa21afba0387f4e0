package io.switchboard.operations.runs;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.runbooks.dialect.RunbookSteps.Step;
import io.switchboard.operations.runbooks.dialect.StepType;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does one step of a run, or hands it to a person. What ends a step leaves a receipt. */
@Component
class StepWork {

    private final EnforcementPoint enforcement;
    private final CommandWork commands;
    private final Gate gate;
    private final Starters starters;
    private final InTime inTime;
    private final Clock clock;

    StepWork(
            EnforcementPoint enforcement,
            CommandWork commands,
            Gate gate,
            Starters starters,
            InTime inTime,
            Clock clock) {
        this.enforcement = enforcement;
        this.inTime = inTime;
        this.commands = commands;
        this.gate = gate;
        this.starters = starters;
        this.clock = clock;
    }

    Worked on(Run run, Step written, RunStep row, Templates templates) {
        var caller = starters.now(run);
        var step = commands.asItIs(written, templates);
        var condition = step.text("if").map(templates::fill);
        if (condition.isPresent() && !row.back()) {
            var holds = Condition.holds(condition.get());
            if (holds.isEmpty()) {
                return failed(caller, run, step, undecided(condition.get()));
            }
            if (!holds.get()) {
                return ended(
                        caller,
                        run,
                        step,
                        StepState.SKIPPED,
                        "Skipped: " + condition.get() + " does not hold.",
                        Map.of());
            }
        }
        return hasBegunToWait(step, row, templates)
                ? done(caller, run, step, row, templates)
                : begun(caller, run, step, row, templates);
    }

    private Worked begun(Caller caller, Run run, Step step, RunStep row, Templates templates) {
        return gate.before(caller, run, step, row, templates)
                .orElseGet(() -> step.members().containsKey("for-each")
                        ? new Worked.Asks(HandOver.of(step, templates))
                        : done(caller, run, step, row, templates));
    }

    private Worked done(Caller caller, Run run, Step step, RunStep row, Templates templates) {
        return switch (step.type()) {
            case NOTE -> ended(caller, run, step, StepState.DONE, with(step, templates, "message"), Map.of());
            case WAIT -> waited(caller, run, step, row, templates);
            case BRANCH -> branched(caller, run, step, templates);
            case APPROVAL -> gate.whole(caller, run, step, row, templates);
            case COMMAND ->
                CommandWork.isOurs(step)
                        ? commanded(caller, run, step, templates)
                        : new Worked.Asks(HandOver.of(step, templates));
            case MANUAL, NOTIFY, HTTP, QUERY -> new Worked.Asks(HandOver.of(step, templates));
        };
    }

    /** A command that takes longer than the step gives it is given up; what it does by then is known of those only that are the same when done twice. */
    private Worked commanded(Caller caller, Run run, Step step, Templates templates) {
        return inTime.within(InTime.limit(step), () -> commands.on(caller, run, step, templates))
                .orElseGet(() -> isIdempotent(step) ? late(run, step) : new Worked.Asks(InTime.UNKNOWN));
    }

    /** The step had so long, and was not over by then. */
    Worked late(Run run, Step step) {
        return failed(
                starters.now(run),
                run,
                step,
                "timeout",
                "The step was not over after " + step.text("timeout").orElse("its time") + ", its timeout.");
    }

    /** Whether doing the step again is as doing it once. */
    boolean isIdempotent(Step step) {
        return step.type() != StepType.COMMAND || commands.isIdempotent(step);
    }

    Optional<Step> undo(Run run, Step step, RunStep done, Templates templates) {
        var rollback = step.object("rollback");
        if (rollback.isEmpty()) {
            return commands.undo(step, done, templates);
        }
        var members = new TreeMap<String, @Nullable Object>(rollback);
        members.put("id", step.id());
        return StepType.parse(String.valueOf(rollback.get("type")))
                .map(type -> new Step(step.index(), step.id(), type, members));
    }

    private Worked waited(Caller caller, Run run, Step step, RunStep row, Templates templates) {
        var text = with(step, templates, "for");
        return hasBegunToWait(step, row, templates)
                ? ended(caller, run, step, StepState.DONE, "Waited " + text + ".", Map.of())
                : Pauses.parse(text)
                        .<Worked>map(length -> new Worked.Waits(
                                waits(step, templates),
                                Optional.empty(),
                                clock.instant().plus(length)))
                        .orElseGet(() -> failed(
                                caller,
                                run,
                                step,
                                "“" + text + "” is no length of time. Write a number and s, m, h or d."));
    }

    /** And not for an approver, or for another attempt. */
    private static boolean hasBegunToWait(Step step, RunStep row, Templates templates) {
        return step.type() == StepType.WAIT
                && row.state() == StepState.WAITING
                && row.says().equals(waits(step, templates));
    }

    private static String waits(Step step, Templates templates) {
        return "Waits " + with(step, templates, "for") + ".";
    }

    private Worked branched(Caller caller, Run run, Step step, Templates templates) {
        var condition = with(step, templates, "condition");
        var holds = Condition.holds(condition);
        if (holds.isEmpty()) {
            return failed(caller, run, step, undecided(condition));
        }
        var way = Optional.ofNullable(step.object("with").get(holds.get() ? "then" : "else"))
                .map(String::valueOf);
        return ended(
                caller,
                run,
                step,
                StepState.DONE,
                condition + (holds.get() ? " holds." : " does not hold."),
                way.map(next -> Map.of("next", next)).orElse(Map.of()));
    }

    private Worked ended(Caller caller, Run run, Step step, StepState state, String says, Map<String, String> outputs) {
        return Worked.of(
                enforcement.perform(
                        RunActions.on(caller, RunActions.STEP, run), () -> effect(run, step, state, outputs)),
                state,
                says);
    }

    static Effect<Map<String, String>> effect(Run run, Step step, StepState state, Map<String, String> outputs) {
        return Effect.of(outputs, RunActions.subject(run))
                .withFacts(Map.of("step", step.id(), "type", step.type().wire(), "state", state.wire()));
    }

    Worked nothingToUndo(Run run, Step step) {
        return ended(starters.now(run), run, step, StepState.SKIPPED, "Nothing undoes this step.", Map.of());
    }

    /** A defect of the portal, which would meet whoever tries again, too. */
    Worked broken(Run run, Step step) {
        return failed(
                starters.now(run),
                run,
                step,
                "internal-error",
                "The portal has a defect that stopped this step; what it did is not known. Look, and report it with the receipt.");
    }

    private Worked failed(Caller caller, Run run, Step step, String why) {
        return failed(caller, run, step, "not-decidable", why);
    }

    private Worked failed(Caller caller, Run run, Step step, String code, String why) {
        return Worked.of(
                enforcement.perform(RunActions.on(caller, RunActions.STEP, run), () -> {
                    throw new ChangeFailure(code, why, Map.of("step", step.id()));
                }),
                StepState.FAILED,
                why);
    }

    private static String undecided(String condition) {
        return "The condition “" + condition
                + "” cannot be decided. Write two values with ==, !=, <, <=, > or >= between them.";
    }

    private static String with(Step step, Templates templates, String name) {
        return Optional.ofNullable(step.object("with").get(name))
                .map(String::valueOf)
                .map(templates::fill)
                .orElse("");
    }
}
