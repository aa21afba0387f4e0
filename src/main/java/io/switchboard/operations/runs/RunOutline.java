package io.switchboard.operations.runs;

import io.switchboard.operations.runbooks.dialect.RunbookSteps;
import io.switchboard.operations.runbooks.dialect.RunbookSteps.Step;
import io.switchboard.operations.runbooks.dialect.RunbookText;
import java.util.List;
import java.util.function.Predicate;

/** What a run's definition says about its steps: what they are called, and which stand below the one it came to. */
public final class RunOutline {

    private final Run run;
    private final List<Step> steps;

    public RunOutline(Run run) {
        this.run = run;
        this.steps = RunbookSteps.of(RunbookText.read(run.definition()));
    }

    public String title(String step) {
        return steps.stream()
                .filter(each -> each.id().equals(step))
                .findFirst()
                .flatMap(each -> each.text("title"))
                .orElse(step);
    }

    /** Titles, in the definition's order; conditions and branches may pass some of them by. Empty once nothing is to come any more. */
    public List<String> toCome() {
        if (!run.state().isUnderWay() || run.back()) {
            return List.of();
        }
        var came = run.steps().stream().map(RunStep::step).toList();
        var last = steps.stream()
                .filter(step -> came.contains(step.id()))
                .mapToInt(Step::index)
                .max()
                .orElse(-1);
        return steps.stream()
                .filter(step -> step.index() > last)
                .map(Step::id)
                .filter(Predicate.not(came::contains))
                .map(this::title)
                .toList();
    }
}
