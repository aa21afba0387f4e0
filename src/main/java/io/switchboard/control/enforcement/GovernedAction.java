package io.switchboard.control.enforcement;

import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Something that only happens if policy allows it and that leaves a receipt either way. */
public record GovernedAction(PolicyRequest request, Optional<ReceiptId> parent) {

    public static GovernedAction of(Caller caller, ActionId action, ResourceRef resource) {
        return new GovernedAction(PolicyRequest.of(caller, action, resource), Optional.empty());
    }

    public GovernedAction withContext(Map<String, Object> context) {
        return new GovernedAction(
                new PolicyRequest(request.caller(), request.action(), request.resource(), context), parent);
    }

    /** The same, by the caller as they are now. */
    GovernedAction by(UnaryOperator<Caller> now) {
        return new GovernedAction(
                new PolicyRequest(now.apply(request.caller()), request.action(), request.resource(), request.context()),
                parent);
    }

    /** The receipt of the action that this one follows from: the plan of a commit, the bundle of a download. */
    public GovernedAction withParent(ReceiptId receipt) {
        return new GovernedAction(request, Optional.of(receipt));
    }
}
