package io.switchboard.operations.entities;

import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Who may read which types of entities. Reading is authorised without a receipt; what may not be read is as if it were not there. */
@Service
public class EntityAccess {

    private static final ActionId READ = new ActionId("entities.read");

    private final PolicyDecisionPoint policy;

    EntityAccess(PolicyDecisionPoint policy) {
        this.policy = policy;
    }

    /** The decision that stands against reading any entity; empty for whoever may read some. */
    public Optional<Decision> againstReading(Caller caller) {
        return Optional.of(policy.decide(request(caller, Map.of()))).filter(decision -> !decision.allowed());
    }

    /** The service's own check, also where a page has asked before. */
    void requireReading(Caller caller) {
        againstReading(caller).ifPresent(decision -> {
            throw new Unreadable(decision);
        });
    }

    /** Those of these types that the caller may read: one question for each. */
    Set<String> readable(Caller caller, Collection<String> types) {
        return types.stream().filter(type -> reads(caller, type)).collect(Collectors.toUnmodifiableSet());
    }

    boolean reads(Caller caller, String type) {
        return policy.wouldAllow(request(caller, Map.of("type", type.toLowerCase(Locale.ROOT))));
    }

    private static PolicyRequest request(Caller caller, Map<String, Object> attributes) {
        return PolicyRequest.of(caller, READ, new ResourceRef("GraphEntity", "any", attributes));
    }
}
