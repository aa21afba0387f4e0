package io.switchboard.platform.identity;

import io.switchboard.kernel.Role;
import java.time.Instant;
import java.util.Optional;

/** A group without its members. One that is called like a role of a tenant grants it; {@code externalId} is the asking source's. */
public record MemberGroup(
        GroupId id,
        String displayName,
        Optional<Role> role,
        Optional<String> externalId,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /** The role that a group of this name or external id grants, by its form on the wire ({@code approver}) in any case; never one of the platform's. */
    public static Optional<Role> grantedBy(String displayName, Optional<String> externalId) {
        return role(displayName).or(() -> externalId.flatMap(MemberGroup::role));
    }

    private static Optional<Role> role(String name) {
        return Role.parse(name.strip().toLowerCase(java.util.Locale.ROOT)).filter(role -> !role.isPlatformOnly());
    }
}
