package io.switchboard.platform.identity;

import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import java.util.Set;

/** A person's membership in one tenant. Roles are decided here; a claim of the provider never adds one. */
public record Member(
        TenantId tenant, MemberId id, String userName, String displayName, Set<Role> roles, boolean active) {

    public Member {
        roles = Set.copyOf(roles);
    }
}
