package io.switchboard.platform.identity;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Somebody with the roles held at this moment: a page that has been open for a while, or a job, knows those of before. Whoever left has none. */
@Component
public class RolesNow {

    private final Members members;
    private final PlatformTenant platform;

    public RolesNow(Members members, PlatformTenant platform) {
        this.members = members;
        this.platform = platform;
    }

    /** A service has the roles that it came with: they are those of its token. */
    public Caller of(Caller caller) {
        return caller.actor().type() == Actor.Type.USER
                ? new Caller(caller.tenant(), caller.actor(), held(caller))
                : caller;
    }

    private Set<Role> held(Caller caller) {
        var id = new MemberId(caller.actor().id());
        return members.find(caller.tenant(), id)
                .map(RolesNow::roles)
                .or(() -> ofPlatform(id).map(roles -> both(roles, caller.roles())))
                .orElse(Set.of());
    }

    /** People of the platform who act in a tenant's log do so with those of the roles that they came with which they still hold on the platform. */
    private Optional<Set<Role>> ofPlatform(MemberId id) {
        return platform.find().flatMap(tenant -> members.find(tenant.id(), id)).map(RolesNow::roles);
    }

    private static Set<Role> roles(Member member) {
        return member.active() ? member.roles() : Set.of();
    }

    private static Set<Role> both(Set<Role> some, Set<Role> others) {
        return some.stream().filter(others::contains).collect(Collectors.toUnmodifiableSet());
    }
}
