package io.switchboard.operations.runs;

import io.switchboard.operations.runbooks.dialect.RunbookSteps.Step;
import io.switchboard.operations.runbooks.dialect.StepType;
import java.util.stream.Collectors;

/** What a person is asked to do where the portal cannot do it: the step's own words, with everything filled in. */
final class HandOver {

    private HandOver() {}

    static String of(Step step, Templates templates) {
        var with = templates.fill(step.object("with"));
        var head = step.type() == StepType.MANUAL
                ? with.getOrDefault("instruction", "")
                : "Do this outside of the portal (" + step.type().wire() + "), then say how it went.";
        var rest = with.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("instruction"))
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n"));
        var each = step.text("for-each")
                .map(list -> "\nFor each of: " + templates.fill(list))
                .orElse("");
        return (head + "\n" + rest + each).strip();
    }
}
