package io.switchboard.control.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import io.switchboard.kernel.DecisionId;
import io.switchboard.platform.observability.Correlations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PDP on Cedar. Immutable, so any number of threads may ask at once. */
final class CedarDecisionPoint implements PolicyDecisionPoint {

    private static final Logger LOG = LoggerFactory.getLogger(CedarDecisionPoint.class);

    private final PolicyBundle bundle;
    private final CedarEvaluator evaluator;
    private final WhoCould whoCould;
    private final Decisions decisions;
    private final Correlations correlations;
    private final Clock clock;

    CedarDecisionPoint(
            PolicyBundle bundle,
            CedarEvaluator evaluator,
            Decisions decisions,
            Correlations correlations,
            Clock clock) {
        this.bundle = bundle;
        this.evaluator = evaluator;
        this.whoCould = new WhoCould(evaluator);
        this.decisions = decisions;
        this.correlations = correlations;
        this.clock = clock;
    }

    static CedarDecisionPoint of(PolicyBundle bundle, Decisions decisions, Correlations correlations, Clock clock) {
        var evaluator = new CedarEvaluator(
                new BasicAuthorizationEngine(), Slices.of(bundle), new CedarRequests(bundle.schema()));
        return new CedarDecisionPoint(bundle, evaluator, decisions, correlations, clock);
    }

    @Override
    public Decision decide(PolicyRequest request) {
        var start = System.nanoTime();
        var evaluation = evaluator.evaluate(request);
        var took = Duration.ofNanos(System.nanoTime() - start);
        return switch (evaluation) {
            case Evaluation.Answered(boolean allowed, var policies) ->
                decision(
                        request,
                        allowed,
                        List.copyOf(policies),
                        allowed ? List.of() : refusal(request, policies.stream().toList()),
                        took);
            case Evaluation.Broken(String problem) -> broken(request, problem, took);
        };
    }

    @Override
    public void record(Decision decision) {
        decisions.add(decision, correlations.current());
    }

    @Override
    public boolean wouldAllow(PolicyRequest request) {
        return evaluator.evaluate(request).isAllowed();
    }

    private List<Decision.Reason> refusal(PolicyRequest request, List<String> forbids) {
        return forbids.isEmpty()
                ? List.of(new Decision.Reason(
                        "no-permit",
                        "No policy permits " + request.action() + " with the roles you hold here.",
                        whoCould.help(request)))
                : forbids.stream().map(this::reason).toList();
    }

    private Decision.Reason reason(String policy) {
        var named = bundle.policies().get(policy);
        return named == null
                ? new Decision.Reason(policy, "This policy forbids it.", "Ask a partner-admin of your tenant.")
                : named.asReason();
    }

    private Decision broken(PolicyRequest request, String problem, Duration took) {
        LOG.error("policy evaluation of {} failed, so it is denied: {}", request.action(), problem);
        var reason = new Decision.Reason(
                "evaluation-error",
                "The policies could not be evaluated for this request, and what cannot be evaluated is denied.",
                "Nothing was changed. Try again; if it stays like this, tell whoever runs the portal the decision's id.");
        return decision(request, false, List.of(), List.of(reason), took);
    }

    private Decision decision(
            PolicyRequest request,
            boolean allowed,
            List<String> policies,
            List<Decision.Reason> reasons,
            Duration took) {
        return new Decision(
                DecisionId.random(), request, allowed, bundle.digest(), policies, reasons, clock.instant(), took);
    }
}
