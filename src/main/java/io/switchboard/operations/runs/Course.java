package io.switchboard.operations.runs;

import io.switchboard.operations.runbooks.dialect.RunbookSteps;
import io.switchboard.operations.runbooks.dialect.RunbookSteps.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where a run goes from where it is: a pure function of what is run and of the steps that it came to so far. */
final class Course {

    private static final String NEXT = "next";

    private final Map<String, @Nullable Object> definition;
    private final List<Step> all;

    Course(Map<String, @Nullable Object> definition) {
        this.definition = definition;
        this.all = RunbookSteps.of(definition);
    }

    sealed interface Next {

        /** {@code attempt} counts from 1. */
        record Go(Step step, int attempt) implements Next {}

        record End(boolean failed) implements Next {}
    }

    Step step(String id) {
        return all.stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
    }

    /** The step that follows the last one, which is over. */
    Next after(List<RunStep> steps) {
        var forward = steps.stream().filter(Predicate.not(RunStep::back)).toList();
        if (forward.isEmpty()) {
            return new Next.Go(all.getFirst(), 1);
        }
        var last = forward.getLast();
        var step = step(last.step());
        return last.state() == StepState.FAILED ? afterFailure(step, last) : following(step, last);
    }

    private Next following(Step step, RunStep last) {
        var named = Optional.ofNullable(last.outputs().get(NEXT)).or(() -> step.text(NEXT));
        return named.map(this::to).orElseGet(() -> below(step));
    }

    private Next below(Step step) {
        return step.index() + 1 < all.size() ? new Next.Go(all.get(step.index() + 1), 1) : new Next.End(false);
    }

    private Next to(String id) {
        return id.equals(RunbookSteps.END) ? new Next.End(false) : new Next.Go(step(id), 1);
    }

    private Next afterFailure(Step step, RunStep last) {
        if (last.attempt() < attempts(step)) {
            return new Next.Go(step, last.attempt() + 1);
        }
        var what =
                step.text("on-failure").orElseGet(() -> String.valueOf(definition.getOrDefault("on-failure", "stop")));
        return switch (what) {
            case "stop" -> new Next.End(true);
            case "continue" -> below(step);
            default -> what.equals(step.id()) ? new Next.End(true) : to(what);
        };
    }

    /** How often a step is tried at most. */
    static int attempts(Step step) {
        return step.object("retry").get("times") instanceof Number times ? times.intValue() + 1 : 1;
    }

    /** The newest step that was done and whose undoing was not begun. */
    Optional<RunStep> toUndo(List<RunStep> steps) {
        return steps.reversed().stream()
                .filter(step -> !step.back() && step.state() == StepState.DONE)
                .filter(step -> steps.stream()
                        .noneMatch(other -> other.back() && other.step().equals(step.step())))
                .findFirst();
    }
}
