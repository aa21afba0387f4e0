package io.switchboard.operations.runs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Time passes. */
@Component
class WaitCommand extends CourseCommand {

    @Override
    public String id() {
        return "wait";
    }

    @Override
    public String title() {
        return "Wait";
    }

    @Override
    public String sentence() {
        return "Lets some time pass before the next step. It goes on after a restart as if there had been none.";
    }

    @Override
    public String blastRadius() {
        return "Nothing.";
    }

    @Override
    public List<Input> inputs() {
        return List.of(Input.required("for", "How long, such as 90s, 5m or 1h"));
    }

    @Override
    public Optional<AsStep> asStep(Map<String, String> inputs) {
        return Optional.of(new AsStep("wait", inputs));
    }
}
