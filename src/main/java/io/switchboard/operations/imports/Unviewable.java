package io.switchboard.operations.imports;

import io.switchboard.control.policy.Decision;

/** Somebody asks for imports who may not see them: the rows are people's data. Viewing leaves no receipt, so this is not a governed refusal. */
public final class Unviewable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Decision decision;

    Unviewable(Decision decision) {
        super("policy does not let the caller view imports");
        this.decision = decision;
    }

    public Decision decision() {
        return decision;
    }
}
