package io.switchboard.operations.entities;

import io.switchboard.control.enforcement.NotViewable;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Who may read which types of entities. Reading is authorised without a receipt; what may not be read is as if it were not there. */
@Service
public class EntityAccess {

    private static final ActionId READ = new ActionId("entities.read");

    private final PolicyDecisionPoint policy;
    private final Verdicts verdicts = new Verdicts();

    EntityAccess(PolicyDecisionPoint policy) {
        this.policy = policy;
    }

    /** The decision that stands against reading any entity; empty for whoever may read some. */
    public Optional<Decision> againstReading(Caller caller) {
        return Optional.of(asked(caller)).filter(decision -> !decision.allowed());
    }

    /** The service's own check, also where a page has asked before. Policy is asked each time, and about a type once as long as the policies are the same. */
    Reading reading(Caller caller) {
        var decision = asked(caller);
        if (!decision.allowed()) {
            throw new NotViewable(READ, decision);
        }
        return new Reading(type ->
                verdicts.answer(decision.bundleDigest(), caller, type, () -> policy.wouldAllow(about(caller, type))));
    }

    private Decision asked(Caller caller) {
        return policy.decide(request(caller, Map.of()));
    }

    private static PolicyRequest about(Caller caller, String type) {
        return request(caller, Map.of("type", type.toLowerCase(Locale.ROOT)));
    }

    private static PolicyRequest request(Caller caller, Map<String, Object> attributes) {
        return PolicyRequest.of(caller, READ, new ResourceRef("GraphEntity", "any", attributes));
    }
}
