package io.switchboard.control.policy;

import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.observability.Correlations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PDP on Cedar: asks what is in force at the moment. Any number of threads may ask at once. */
final class CedarDecisionPoint implements PolicyDecisionPoint {

    private static final Logger LOG = LoggerFactory.getLogger(CedarDecisionPoint.class);

    private static final Decision.Reason CLOSED = new Decision.Reason(
            "policies-unavailable",
            "The policies in force could not be loaded, and without policies everything is denied.",
            "Nothing was changed. Tell whoever runs the portal: its log and its readiness say why.");

    private final Supplier<InForce> policies;
    private final Shadow shadow;
    private final Decisions decisions;
    private final Correlations correlations;
    private final Clock clock;

    CedarDecisionPoint(
            Supplier<InForce> policies, Shadow shadow, Decisions decisions, Correlations correlations, Clock clock) {
        this.policies = policies;
        this.shadow = shadow;
        this.decisions = decisions;
        this.correlations = correlations;
        this.clock = clock;
    }

    @Override
    public Decision decide(PolicyRequest request) {
        var inForce = policies.get();
        return inForce.active().isPresent()
                ? decide(request, inForce.active().get())
                : decision(request, false, inForce.digest(), List.of(), List.of(CLOSED), Duration.ZERO);
    }

    private Decision decide(PolicyRequest request, LoadedBundle asked) {
        var start = System.nanoTime();
        var evaluation = asked.evaluator().evaluate(request);
        var took = Duration.ofNanos(System.nanoTime() - start);
        return switch (evaluation) {
            case Evaluation.Answered(boolean allowed, var determining) ->
                decision(
                        request,
                        allowed,
                        asked.bundle().digest(),
                        List.copyOf(determining),
                        allowed ? List.of() : refusal(asked, request, List.copyOf(determining)),
                        took);
            case Evaluation.Broken(String problem) -> broken(asked, request, problem, took);
        };
    }

    /** With it goes what the version in shadow says, if there is one. */
    @Override
    public void record(Decision decision) {
        var evaluated = policies.get().shadow().map(beside -> shadow.ask(beside, decision.request()));
        decisions.add(decision, evaluated, correlations.current());
    }

    @Override
    public boolean wouldAllow(PolicyRequest request) {
        return policies.get()
                .active()
                .filter(asked -> asked.evaluator().evaluate(request).isAllowed())
                .isPresent();
    }

    private static List<Decision.Reason> refusal(LoadedBundle asked, PolicyRequest request, List<String> forbids) {
        return forbids.isEmpty()
                ? List.of(new Decision.Reason(
                        "no-permit",
                        "No policy permits " + request.action() + " with the roles you hold here.",
                        asked.whoCould().help(request)))
                : forbids.stream().map(forbid -> reason(asked, forbid)).toList();
    }

    private static Decision.Reason reason(LoadedBundle asked, String policy) {
        var named = asked.bundle().policies().get(policy);
        return named == null
                ? new Decision.Reason(policy, "This policy forbids it.", "Ask a partner-admin of your tenant.")
                : named.asReason();
    }

    private Decision broken(LoadedBundle asked, PolicyRequest request, String problem, Duration took) {
        LOG.error("policy evaluation of {} failed, so it is denied: {}", request.action(), problem);
        var reason = new Decision.Reason(
                "evaluation-error",
                "The policies could not be evaluated for this request, and what cannot be evaluated is denied.",
                "Nothing was changed. Try again; if it stays like this, tell whoever runs the portal the decision's id.");
        return decision(request, false, asked.bundle().digest(), List.of(), List.of(reason), took);
    }

    private Decision decision(
            PolicyRequest request,
            boolean allowed,
            Sha256 bundle,
            List<String> determining,
            List<Decision.Reason> reasons,
            Duration took) {
        return new Decision(DecisionId.random(), request, allowed, bundle, determining, reasons, clock.instant(), took);
    }
}
