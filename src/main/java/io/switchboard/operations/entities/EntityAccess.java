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

    /** Whether policy lets the caller do this to some entity; the button's question, not the deed's. */
    boolean mayLink(Caller caller, ActionId action) {
        return policy.wouldAllow(PolicyRequest.of(caller, action, resource(Optional.empty(), Optional.empty())));
    }

    /** An entity as policies see it; without type where it is not known, or not to be known. */
    static ResourceRef resource(Optional<String> id, Optional<String> type) {
        return new ResourceRef(
                "GraphEntity",
                id.orElse("any"),
                type.map(word -> Map.<String, Object>of("type", word.toLowerCase(Locale.ROOT)))
                        .orElse(Map.of()));
    }

    private Decision asked(Caller caller) {
        return policy.decide(request(caller, Optional.empty()));
    }

    private static PolicyRequest about(Caller caller, String type) {
        return request(caller, Optional.of(type));
    }

    private static PolicyRequest request(Caller caller, Optional<String> type) {
        return PolicyRequest.of(caller, READ, resource(Optional.empty(), type));
    }
}
