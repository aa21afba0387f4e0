package io.switchboard.operations.runbooks.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.operations.runbooks.dialect.RunbookSteps.Step;
import io.switchboard.operations.runbooks.dialect.StepType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepListTest {

    @Test
    void saysWhyAPersonDoesAStepForEachValueOfAList() {
        var once = new Step(0, "look", StepType.NOTE, Map.of("with", Map.of("message", "Look.")));
        var each = new Step(
                0,
                "restart",
                StepType.MANUAL,
                Map.of("for-each", "{{ inputs.nodes }}", "with", Map.of("instruction", "Restart it.")));
        assertThat(text(each)).contains("For each of", "A person does this step for each value", "says how it went");
        assertThat(text(once)).doesNotContain("A person does this step");
    }

    private static String text(Step step) {
        return new StepList(List.of(step)).getElement().getTextRecursively();
    }
}
