package io.switchboard.control.enforcement;

import io.switchboard.control.policy.Decision;
import io.switchboard.kernel.ActionId;

/** Somebody asks for what policy does not let them see. Looking leaves no receipt, so this is no governed refusal. */
public final class NotViewable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Decision decision;

    public NotViewable(ActionId action, Decision decision) {
        super("policy does not allow " + action);
        this.decision = decision;
    }

    public Decision decision() {
        return decision;
    }
}
