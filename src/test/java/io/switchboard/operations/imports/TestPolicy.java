package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.PolicyRequest;
import java.util.Optional;

/** Decides as the enforcement beside it does; leaves no trace. */
record TestPolicy(TestEnforcement enforcement) implements PolicyDecisionPoint {

    @Override
    public Decision decide(PolicyRequest request) {
        return enforcement.decide(new GovernedAction(request, Optional.empty()));
    }

    @Override
    public void record(Decision decision) {
        throw new IllegalStateException("asking leaves no record");
    }
}
