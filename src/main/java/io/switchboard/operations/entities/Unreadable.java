package io.switchboard.operations.entities;

import io.switchboard.control.policy.Decision;

/** Somebody asks for entities who may read none. Reading leaves no receipt, so this is not a governed refusal. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Decision decision;

    Unreadable(Decision decision) {
        super("policy does not let the caller read entities");
        this.decision = decision;
    }

    public Decision decision() {
        return decision;
    }
}
