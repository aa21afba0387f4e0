package io.switchboard.platform.identity;

import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that a tenant has about one of its members. {@code ownRoles} were given by hand or import; those of {@code groups} come and go with them. */
public record Membership(
        MemberId id,
        Profile profile,
        ManagedBy managedBy,
        Set<Role> ownRoles,
        List<InGroup> groups,
        Optional<String> externalId,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /** A group that the member is in, and what it grants. */
    public record InGroup(GroupId id, String displayName, Optional<Role> role) {}

    public Membership {
        ownRoles = Set.copyOf(ownRoles);
        groups = List.copyOf(groups);
    }

    /** What the member may be trusted with: its own roles and those that its groups grant. */
    public Set<Role> roles() {
        var all = EnumSet.noneOf(Role.class);
        all.addAll(ownRoles);
        groups.forEach(group -> group.role().ifPresent(all::add));
        return all;
    }

    Membership with(List<InGroup> found) {
        return new Membership(id, profile, managedBy, ownRoles, found, externalId, version, createdAt, updatedAt);
    }
}
