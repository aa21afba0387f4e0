package io.switchboard.operations.onboarding;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Saying that a step does not apply to the tenant, and taking that back; and the receipt of a step that opens again because its fact is gone. */
@Service
public class SetupDesk {

    public static final ActionId EXCEPT = new ActionId("onboarding.except");
    public static final ActionId REQUIRE = new ActionId("onboarding.require");
    public static final ActionId REOPEN = new ActionId("onboarding.reopen");

    public static final int LONGEST_REASON = 500;

    private static final String RESOURCE = "SetupStep";

    private final EnforcementPoint enforcement;
    private final PolicyDecisionPoint policy;
    private final SetupExceptions exceptions;
    private final Clock clock;

    SetupDesk(EnforcementPoint enforcement, PolicyDecisionPoint policy, SetupExceptions exceptions, Clock clock) {
        this.enforcement = enforcement;
        this.policy = policy;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /** Advice for the page: whether to offer it. */
    public boolean mayExcept(Caller caller) {
        return policy.wouldAllow(PolicyRequest.of(caller, EXCEPT, ResourceRef.of(RESOURCE, "any")));
    }

    public Enforced<SetupStep> except(Caller caller, SetupStep step, String reason) {
        var ended = enforcement.perform(action(caller, EXCEPT, step), () -> {
            var why = reason.strip();
            if (why.isEmpty() || why.length() > LONGEST_REASON) {
                throw new ChangeFailure(
                        "bad-reason",
                        "Say why in 1 to " + LONGEST_REASON + " characters; it is kept with the receipt.");
            }
            if (!exceptions.add(caller.tenant(), step, why, caller.actor(), clock.instant())) {
                throw new ChangeFailure("excepted-already", "Somebody has said already that this step does not apply.");
            }
            return Effect.of(step, subject(step)).withDisclosures(Map.of("reason", why));
        });
        if (ended instanceof Enforced.Done<SetupStep> done) {
            exceptions.receipted(caller.tenant(), step, done.receipt().id());
        }
        return ended;
    }

    public Enforced<SetupStep> require(Caller caller, SetupStep step) {
        return enforcement.perform(action(caller, REQUIRE, step), () -> {
            if (!exceptions.remove(caller.tenant(), step)) {
                throw new ChangeFailure("no-exception", "This step applies already. Reload the page.");
            }
            return Effect.of(step, subject(step));
        });
    }

    /** In the transaction of whatever took the fact away, as a child of the receipt that had proven it. */
    @EventListener
    void reopened(SetupFactGone gone) {
        enforcement.perform(
                action(Caller.system(gone.tenant(), "onboarding"), REOPEN, gone.step())
                        .withParent(gone.was().proof().receipt().id()),
                () -> Effect.of(gone.step(), subject(gone.step())).withDisclosures(Map.of("reason", gone.because())));
    }

    /** Event: what had completed a step is so no more; published by whoever took it away. */
    public record SetupFactGone(TenantId tenant, SetupStep step, Completion was, String because) {}

    private static GovernedAction action(Caller caller, ActionId action, SetupStep step) {
        return GovernedAction.of(caller, action, ResourceRef.of(RESOURCE, step.wire()));
    }

    private static Subject subject(SetupStep step) {
        return new Subject("SetupStep", step.wire(), Sha256.of(step.wire()));
    }
}
