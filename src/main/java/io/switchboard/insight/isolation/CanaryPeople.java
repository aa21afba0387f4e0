package io.switchboard.insight.isolation;

import io.switchboard.kernel.Caller;
import io.switchboard.platform.identity.MemberGroups;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A group, and the member itself as SCIM knows it. */
@Component
class CanaryPeople implements CanaryThing {

    private final MemberGroups groups;

    CanaryPeople(MemberGroups groups) {
        this.groups = groups;
    }

    @Override
    public Set<String> names() {
        return Set.of("User", "Group");
    }

    @Override
    public Map<String, String> make(Caller owner) {
        var group = groups.add(owner.tenant(), "Canaries " + UUID.randomUUID(), Optional.empty());
        return Map.of("User", owner.actor().id(), "Group", group.value());
    }
}
