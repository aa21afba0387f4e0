package io.switchboard.control.enforcement;

import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.identity.RolesNow;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Looking at things is decided by policy each time, and leaves neither row nor receipt. It is with the roles of now: a page may have been open since before. */
@Service
public class Viewing {

    private final PolicyDecisionPoint policy;
    private final UnaryOperator<Caller> rolesNow;

    @Autowired
    Viewing(PolicyDecisionPoint policy, RolesNow rolesNow) {
        this(policy, rolesNow::of);
    }

    /** Where everybody has the roles that they come with. */
    public Viewing(PolicyDecisionPoint policy) {
        this(policy, UnaryOperator.identity());
    }

    private Viewing(PolicyDecisionPoint policy, UnaryOperator<Caller> rolesNow) {
        this.policy = policy;
        this.rolesNow = rolesNow;
    }

    /** The decision that stands against looking; empty for whoever may. For a page, which then says so. */
    public Optional<Decision> against(Caller caller, ActionId action, String resourceType) {
        var request = PolicyRequest.of(rolesNow.apply(caller), action, ResourceRef.of(resourceType, "all"));
        return Optional.of(policy.decide(request)).filter(decision -> !decision.allowed());
    }

    /** The service's own check, also where a page has asked before: throws {@link NotViewable}. */
    public void require(Caller caller, ActionId action, String resourceType) {
        against(caller, action, resourceType).ifPresent(decision -> {
            throw new NotViewable(action, decision);
        });
    }
}
