package io.switchboard.operations.runs;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.runbooks.dialect.RunbookSteps;
import io.switchboard.operations.runbooks.dialect.RunbookSteps.Step;
import io.switchboard.operations.runbooks.dialect.StepType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Steps that run a command of the catalogue. Policy is asked before anything is done; the command's own receipt stands in the step's. */
@Component
class CommandWork {

    private final EnforcementPoint enforcement;
    private final PolicyDecisionPoint policy;
    private final Commands commands;

    CommandWork(EnforcementPoint enforcement, PolicyDecisionPoint policy, Commands commands) {
        this.enforcement = enforcement;
        this.policy = policy;
        this.commands = commands;
    }

    static boolean isOurs(Step step) {
        return step.type() == StepType.COMMAND
                && RunbookSteps.CATALOGUE.equals(step.object("with").get("shell"));
    }

    boolean isIdempotent(Step step) {
        return isOurs(step)
                && commands.find(name(step)).filter(Command::isIdempotent).isPresent();
    }

    /** A command that the course does itself is the step that it stands for; any other step is what it is. */
    Step asItIs(Step step, Templates templates) {
        return isOurs(step)
                ? commands.find(name(step))
                        .flatMap(command -> command.asStep(inputs(step, templates)))
                        .flatMap(as -> StepType.parse(as.type()).map(type -> as(step, type, as)))
                        .orElse(step)
                : step;
    }

    private static Step as(Step step, StepType type, Command.AsStep as) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(step.members());
        members.put("with", new LinkedHashMap<String, @Nullable Object>(as.with()));
        return new Step(step.index(), step.id(), type, members);
    }

    Worked on(Caller caller, Run run, Step step, Templates templates) {
        var name = name(step);
        var action = RunActions.command(caller, run, name);
        var inputs = inputs(step, templates);
        if (!policy.decide(action.request()).allowed()) {
            return Worked.of(enforcement.perform(action, () -> effect(run, step, Map.of())), StepState.FAILED, "");
        }
        var ended = fault(name, inputs)
                .map(fault -> enforcement.<Map<String, String>>perform(action, () -> {
                    throw fault;
                }))
                .orElseGet(() -> enforced(caller, run, step, inputs));
        return Worked.of(ended, StepState.DONE, says(ended));
    }

    private Enforced<Map<String, String>> enforced(Caller caller, Run run, Step step, Map<String, String> inputs) {
        var ran = commands.find(name(step)).orElseThrow().run(new Command.Invocation(caller, run.receipt(), inputs));
        return enforcement.perform(RunActions.command(caller, run, name(step)), () -> switch (ran) {
            case Enforced.Done<Map<String, String>> done -> effect(run, step, done);
            case Enforced.Refused<Map<String, String>> refused ->
                throw new ChangeFailure("refused", "Not allowed. " + Worked.why(refused), proof(refused));
            case Enforced.Failed<Map<String, String>> failed ->
                throw new ChangeFailure(
                        failed.failure().code(), failed.failure().explanation(), proof(failed));
        });
    }

    private static Map<String, Object> proof(Enforced<?> ran) {
        return Map.of("commandReceipt", ran.receipt().id().value());
    }

    private static Effect<Map<String, String>> effect(Run run, Step step, Enforced.Done<Map<String, String>> done) {
        return effect(run, step, done.value())
                .withFacts(Map.of(
                        "step", step.id(),
                        "command", name(step),
                        "commandReceipt", done.receipt().id().value()));
    }

    private static Effect<Map<String, String>> effect(Run run, Step step, Map<String, String> outputs) {
        return Effect.of(outputs, RunActions.subject(run)).withFacts(Map.of("step", step.id(), "command", name(step)));
    }

    private Optional<ChangeFailure> fault(String name, Map<String, String> inputs) {
        var command = commands.find(name);
        if (command.isEmpty()) {
            return Optional.of(new ChangeFailure(
                    "unknown-command", "There is no command " + name + ". The catalogue lists those that there are."));
        }
        var unfilled = inputs.entrySet().stream()
                .filter(input -> !Templates.isWhole(input.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
        return unfilled.map(input -> new ChangeFailure(
                        "unfilled", "The input " + input + " names something that has no value. Correct the runbook."))
                .or(() -> Commands.problems(command.get(), inputs).stream()
                        .findFirst()
                        .map(problem -> new ChangeFailure("bad-input", problem)));
    }

    Optional<Step> undo(Step step, RunStep done, Templates templates) {
        return isOurs(step)
                ? commands.find(name(step))
                        .flatMap(command -> command.undo(inputs(step, templates), done.outputs()))
                        .map(undo -> step(step, undo))
                : Optional.empty();
    }

    private static Step step(Step undone, Command.Undo undo) {
        Map<String, @Nullable Object> with = new LinkedHashMap<>();
        with.put("shell", RunbookSteps.CATALOGUE);
        with.put("run", undo.command());
        with.put("options", undo.inputs());
        return new Step(undone.index(), undone.id(), StepType.COMMAND, Map.of("id", undone.id(), "with", with));
    }

    private static String name(Step step) {
        return String.valueOf(step.object("with").get("run"));
    }

    @SuppressWarnings("unchecked") // as it was read
    private static Map<String, String> inputs(Step step, Templates templates) {
        return step.object("with").get("options") instanceof Map<?, ?> options
                ? templates.fill((Map<String, @Nullable Object>) options)
                : Map.of();
    }

    private static String says(Enforced<Map<String, String>> ended) {
        return ended instanceof Enforced.Done<Map<String, String>> done
                ? done.value().getOrDefault("says", "Done.")
                : "";
    }
}
