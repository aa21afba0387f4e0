package io.switchboard.control.policy;

/** Asks the active policy bundle. Never throws for a policy's sake: what cannot be evaluated is denied with reason {@code evaluation-error}. */
public interface PolicyDecisionPoint {

    /** Evaluates without leaving a trace; the enforcement point records the decision with its outcome. */
    Decision decide(PolicyRequest request);

    /** Writes the decision's row in the caller's transaction. */
    void record(Decision decision);

    /** Advice for the UI: whether to show a button. Unrecorded, and never a substitute for {@link #decide}. */
    default boolean wouldAllow(PolicyRequest request) {
        return decide(request).allowed();
    }
}
