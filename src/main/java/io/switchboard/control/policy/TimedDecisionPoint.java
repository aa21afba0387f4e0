package io.switchboard.control.policy;

import io.micrometer.core.instrument.MeterRegistry;

/** {@code switchboard.policy.decisions}: how long the deciding took, by what came out. Advice for buttons is not counted. */
final class TimedDecisionPoint implements PolicyDecisionPoint {

    private final PolicyDecisionPoint policy;
    private final MeterRegistry meters;

    TimedDecisionPoint(PolicyDecisionPoint policy, MeterRegistry meters) {
        this.policy = policy;
        this.meters = meters;
    }

    @Override
    public Decision decide(PolicyRequest request) {
        var decision = policy.decide(request);
        meters.timer("switchboard.policy.decisions", "outcome", decision.allowed() ? "allowed" : "denied")
                .record(decision.took());
        return decision;
    }

    @Override
    public void record(Decision decision) {
        policy.record(decision);
    }

    @Override
    public boolean wouldAllow(PolicyRequest request) {
        return policy.wouldAllow(request);
    }
}
