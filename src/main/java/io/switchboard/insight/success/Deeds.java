package io.switchboard.insight.success;

import io.switchboard.kernel.ActionId;

/** The governed actions that figures are about. */
final class Deeds {

    static final ActionId DECIDE = new ActionId("approvals.decide");
    static final ActionId PLAN = new ActionId("imports.plan");
    static final ActionId COMMIT = new ActionId("imports.commit");
    static final ActionId START = new ActionId("runs.start");
    static final ActionId STEP = new ActionId("runs.step");
    static final ActionId COMMAND = new ActionId("runs.command");
    static final ActionId OPEN = new ActionId("incidents.open");
    static final ActionId UPDATE = new ActionId("incidents.update");

    private static final String RUNS = "runs.";

    private Deeds() {}

    /** Whether whoever does it is at work as an operator. */
    static boolean isWork(ActionId action) {
        return isOfARun(action) || isOnAnIncident(action);
    }

    static boolean isOfARun(ActionId action) {
        return action.value().startsWith(RUNS);
    }

    static boolean isOnAnIncident(ActionId action) {
        return action.equals(OPEN) || action.equals(UPDATE);
    }
}
