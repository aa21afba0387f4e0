package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.LogStatus;
import io.switchboard.control.receipts.Subject;
import io.switchboard.control.receipts.TransparencyLog;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What a tenant may do about its log: have it attested, have it recomputed, and decide who may read it. */
@Service
public class LogOperations {

    public static final ActionId ANCHOR = new ActionId("receipts.anchor-log");
    public static final ActionId CHECK = new ActionId("receipts.check-log");
    public static final ActionId PUBLISH = new ActionId("receipts.publish-log");

    private final EnforcementPoint enforcement;
    private final PolicyDecisionPoint policy;
    private final TransparencyLog logs;

    LogOperations(EnforcementPoint enforcement, PolicyDecisionPoint policy, TransparencyLog logs) {
        this.enforcement = enforcement;
        this.policy = policy;
        this.logs = logs;
    }

    /** Advice for the page: whether to offer the action. */
    public boolean may(Caller caller, ActionId action) {
        return policy.wouldAllow(PolicyRequest.of(caller, action, resource(caller)));
    }

    /** Asks for a timestamp of the newest checkpoint; it comes in the background. */
    public Enforced<LogStatus> anchor(Caller caller) {
        return enforcement.perform(action(caller, ANCHOR), () -> {
            var log = log(caller);
            if (!log.anchoring().configured()) {
                throw new ChangeFailure(
                        "no-authority",
                        "No time-stamping authority is set. The operator sets SWITCHBOARD_ANCHORING_AUTHORITY and SWITCHBOARD_ANCHORING_ROOTS.");
            }
            logs.requestAnchor(caller.tenant());
            return Effect.of(log, subject(log)).withFacts(Map.of("treeSize", log.size(), "anchored", log.anchored()));
        });
    }

    /** Recomputes the whole log; that it is not as it was signed is a finding, not a failure. */
    public Enforced<LogStatus.Check> check(Caller caller) {
        return enforcement.perform(action(caller, CHECK), () -> {
            var log = log(caller);
            var found = logs.check(caller.tenant()).orElseThrow();
            return Effect.of(found, subject(log))
                    .withFacts(Map.of(
                            "entries",
                            found.entries(),
                            "checkpoints",
                            (long) found.checkpoints(),
                            "sound",
                            found.difference().isEmpty()));
        });
    }

    public Enforced<LogStatus> publish(Caller caller, boolean toEverybody) {
        return enforcement.perform(action(caller, PUBLISH), () -> {
            var log = log(caller);
            logs.publish(caller.tenant(), toEverybody);
            return Effect.of(log, subject(log)).withFacts(Map.of("public", toEverybody));
        });
    }

    private LogStatus log(Caller caller) {
        return logs.status(caller.tenant())
                .orElseThrow(
                        () -> new ChangeFailure(
                                "no-log",
                                "The log has no entry yet. It begins with the tenant's first governed action; try again in a second."));
    }

    private static Subject subject(LogStatus log) {
        return Subject.atVersion("log", log.log().value(), log.size());
    }

    private static GovernedAction action(Caller caller, ActionId action) {
        return GovernedAction.of(caller, action, resource(caller));
    }

    private static ResourceRef resource(Caller caller) {
        return ResourceRef.of("Log", caller.tenant().value());
    }
}
