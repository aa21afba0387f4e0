package io.switchboard.operations.runs;

import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import java.util.Optional;

/** The governed actions of runs. Those of a step follow from the receipt of the run's start. */
final class RunActions {

    static final ActionId VIEW = new ActionId("runs.view");
    static final ActionId START = new ActionId("runs.start");
    static final ActionId STEP = new ActionId("runs.step");
    static final ActionId COMMAND = new ActionId("runs.command");
    static final ActionId CANCEL = new ActionId("runs.cancel");
    static final ActionId ROLL_BACK = new ActionId("runs.roll-back");
    static final String RESOURCE = "Run";

    private RunActions() {}

    static GovernedAction on(Caller caller, ActionId action, Run run) {
        return child(
                GovernedAction.of(
                        caller, action, ResourceRef.of(RESOURCE, run.id().value())),
                run.receipt());
    }

    static GovernedAction command(Caller caller, Run run, String command) {
        return child(GovernedAction.of(caller, COMMAND, ResourceRef.of("Command", command)), run.receipt());
    }

    static GovernedAction start(Caller caller, RunId id) {
        return GovernedAction.of(caller, START, ResourceRef.of(RESOURCE, id.value()));
    }

    private static GovernedAction child(GovernedAction action, Optional<ReceiptId> parent) {
        return parent.map(action::withParent).orElse(action);
    }

    static Subject subject(Run run) {
        return Subject.atVersion("run", run.id().value(), run.steps().size());
    }
}
