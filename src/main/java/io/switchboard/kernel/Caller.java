package io.switchboard.kernel;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who asks, in which tenant, with which roles. Resolved once where a request enters (session, access token, job) and passed on as a
 * value, so that no service reads a thread's state to learn whose data it may touch.
 */
public record Caller(TenantId tenant, Actor actor, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The portal acting on its own in a tenant: jobs and seeds. It has no roles; policies name it by its type. */
    public static Caller system(TenantId tenant, String part) {
        return new Caller(tenant, Actor.system(part), Set.of());
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public Set<String> roleNames() {
        return roles.stream().map(Role::wire).collect(Collectors.toUnmodifiableSet());
    }
}
