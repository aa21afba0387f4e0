package io.switchboard.operations.runs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Somebody else is asked for a yes. */
@Component
class AskApprovalCommand extends CourseCommand {

    @Override
    public String id() {
        return "approval.ask";
    }

    @Override
    public String title() {
        return "Ask for an approval";
    }

    @Override
    public String sentence() {
        return "Waits until somebody else has said yes. A no, or no answer in time, ends the run as failed.";
    }

    @Override
    public String blastRadius() {
        return "One ticket among the approvals. Nothing else.";
    }

    @Override
    public List<Input> inputs() {
        return List.of(
                Input.required("message", "What is asked"),
                Input.choice(
                        "by",
                        "Role that decides (an approver, or for the platform’s own runs a platform-admin, unless you say)",
                        false,
                        "approver",
                        "partner-admin",
                        "operator"),
                Input.choice("quorum", "How many have to agree", false, "1", "2", "3"));
    }

    @Override
    public Optional<AsStep> asStep(Map<String, String> inputs) {
        return Optional.of(new AsStep("approval", new TreeMap<>(inputs)));
    }
}
