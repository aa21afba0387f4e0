package io.switchboard.operations.runbooks.dialect;

import io.switchboard.operations.runbooks.dialect.RunbookSteps.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reviews a runbook that was accepted. Findings do not stand in the way of anything. */
public final class Lint {

    private static final Pattern STEP = Pattern.compile("\\{\\{-?\\s*steps\\.([A-Za-z0-9_-]+)");
    private static final Pattern INPUT = Pattern.compile("\\{\\{-?\\s*inputs\\.([A-Za-z0-9_-]+)");
    private static final Set<StepType> FAR = Set.of(StepType.HTTP, StepType.QUERY, StepType.COMMAND);

    private final Map<String, @Nullable Object> runbook;
    private final List<Step> steps;
    private final List<Finding> findings = new ArrayList<>();

    private Lint(Map<String, @Nullable Object> runbook) {
        this.runbook = runbook;
        this.steps = RunbookSteps.of(runbook);
    }

    /** In the runbook's order. */
    public static List<Finding> of(Map<String, @Nullable Object> runbook) {
        var lint = new Lint(runbook);
        lint.whole();
        lint.steps.forEach(lint::step);
        return lint.findings;
    }

    private void whole() {
        if (!runbook.containsKey("description")) {
            add("", "L-01", "There is no description that says when to use the runbook.");
        }
        if (!runbook.containsKey("owners")) {
            add("", "L-02", "There is no owner to ask.");
        }
        var unreachable = Flow.unreachable(
                steps, Optional.ofNullable(runbook.get("on-failure")).map(String::valueOf));
        steps.stream()
                .filter(step -> unreachable.contains(step.id()))
                .forEach(step -> add(at(step), "L-03", "No way leads to the step " + step.id() + "."));
    }

    private void step(Step step) {
        if (!isOfTheCatalogue(step)) {
            far(step);
        }
        templates(step);
    }

    /** The portal's own commands say themselves what they can change and what undoes them. */
    private static boolean isOfTheCatalogue(Step step) {
        return step.type() == StepType.COMMAND
                && RunbookSteps.CATALOGUE.equals(step.object("with").get("shell"));
    }

    private void far(Step step) {
        if (FAR.contains(step.type()) && step.text("timeout").isEmpty()) {
            add(at(step), "L-04", "The step " + step.id() + " has no timeout, so it can wait for ever.");
        }
        if (step.type() == StepType.COMMAND && step.object("approval").isEmpty()) {
            add(at(step), "L-05", "The step " + step.id() + " runs a command and asks nobody for approval.");
        }
        if (step.type() == StepType.COMMAND && step.object("rollback").isEmpty()) {
            add(at(step), "L-06", "The step " + step.id() + " runs a command and does not say how to undo it.");
        }
    }

    private void templates(Step step) {
        var known = new HashSet<String>();
        steps.forEach(each -> known.add(each.id()));
        unknown(STEP, step.members(), known)
                .forEach(id -> add(
                        at(step),
                        "L-07",
                        "A template of the step " + step.id() + " names the step " + id + ", which there is not."));
        unknown(INPUT, step.members(), inputs())
                .forEach(name -> add(
                        at(step),
                        "L-08",
                        "A template of the step " + step.id() + " names the input " + name + ", which there is not."));
    }

    private static Set<String> unknown(Pattern pattern, Object value, Set<String> known) {
        var unknown = new java.util.TreeSet<String>();
        pattern.matcher(String.valueOf(value))
                .results()
                .map(found -> found.group(1))
                .forEach(unknown::add);
        unknown.removeAll(known);
        return unknown;
    }

    private Set<String> inputs() {
        var names = new HashSet<String>();
        if (runbook.get("inputs") instanceof List<?> inputs) {
            inputs.forEach(input -> names.add(String.valueOf(((Map<?, ?>) input).get("name"))));
        }
        return names;
    }

    private static String at(Step step) {
        return "/steps/" + step.index();
    }

    private void add(String pointer, String code, String sentence) {
        findings.add(new Finding(pointer, code, sentence));
    }
}
