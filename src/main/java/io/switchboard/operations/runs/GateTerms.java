package io.switchboard.operations.runs;

import io.switchboard.control.approvals.Evidence;
import io.switchboard.control.approvals.Terms;
import io.switchboard.kernel.Role;
import io.switchboard.operations.runbooks.dialect.RunbookSteps.Step;
import io.switchboard.operations.runbooks.dialect.StepType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** On what terms a step is approved: by whom, how many, what has been done before it, and what undoes it. */
final class GateTerms {

    static final String WRONG =
            "The approval names no role in “by” that somebody of this tenant can hold, or a quorum that is no number from 1 to 10. Correct the runbook.";

    private static final Set<Role> OF_PLATFORM = Set.of(Role.PM, Role.PLATFORM_ADMIN);
    private static final int LATEST = 3;
    private static final int LONGEST = 400;

    private GateTerms() {}

    /** Empty where the step says something that is no such term. */
    static Optional<Terms> of(Run run, Step step, Templates templates, boolean ofPlatform) {
        var said = step.type() == StepType.APPROVAL ? step.object("with") : step.object("approval");
        var by =
                said.containsKey("by") ? Role.parse(templates.fill(String.valueOf(said.get("by")))) : usual(ofPlatform);
        var quorum = quorum(said);
        return by.filter(role -> ofPlatform ? OF_PLATFORM.contains(role) : !role.isPlatformOnly())
                .filter(_ -> quorum >= 1 && quorum <= Terms.LARGEST_QUORUM)
                .map(role ->
                        new Terms(quorum, Optional.of(role), evidence(run, step, templates), Optional.of(undo(step))));
    }

    /** The platform has no approvers: what its runs ask, its platform-admins answer for each other. */
    private static Optional<Role> usual(boolean ofPlatform) {
        return Optional.of(ofPlatform ? Role.PLATFORM_ADMIN : Role.APPROVER);
    }

    private static int quorum(Map<String, @Nullable Object> said) {
        var text = String.valueOf(said.getOrDefault("quorum", 1));
        return text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
    }

    private static List<Evidence> evidence(Run run, Step step, Templates templates) {
        var all = new ArrayList<Evidence>();
        Optional.ofNullable(step.object(step.type() == StepType.APPROVAL ? "with" : "approval")
                        .get("message"))
                .map(message -> templates.fill(String.valueOf(message)))
                .filter(message -> !message.isBlank())
                .ifPresent(message -> all.add(Evidence.of(brief("Asked: " + message))));
        if (step.type() != StepType.APPROVAL) {
            all.add(Evidence.of(
                    brief("Would be done: " + step.type().wire() + " with " + templates.fill(step.object("with")))));
        }
        run.steps().reversed().stream()
                .filter(before -> before.state() == StepState.DONE)
                .limit(LATEST)
                .map(before ->
                        new Evidence(brief("Done before: " + before.step() + ". " + before.says()), before.receipt()))
                .forEach(all::add);
        return all;
    }

    private static String undo(Step step) {
        if (step.type() == StepType.APPROVAL) {
            return "Nothing is done by this step. Rolling the run back undoes the steps that were.";
        }
        return step.object("rollback").isEmpty()
                ? CommandWork.isOurs(step)
                        ? "Rolling the run back runs the command that takes this one back, where the catalogue has one."
                        : "Nothing: the step has no rollback of its own."
                : "Rolling the run back does the step’s own rollback: "
                        + step.object("rollback").get("type") + ".";
    }

    private static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }
}
