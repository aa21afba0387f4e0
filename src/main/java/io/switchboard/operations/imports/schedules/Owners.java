package io.switchboard.operations.imports.schedules;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.identity.ServiceClients;
import java.util.Set;
import org.springframework.stereotype.Component;

/** On whose behalf a schedule runs, with the roles that they have now: who is gone or no longer active has none, and policy refuses them. */
@Component
class Owners {

    private final Members members;
    private final ServiceClients services;

    Owners(Members members, ServiceClients services) {
        this.members = members;
        this.services = services;
    }

    Caller now(TenantId tenant, Actor owner) {
        return switch (owner.type()) {
            case USER ->
                new Caller(
                        tenant,
                        owner,
                        members.find(tenant, new MemberId(owner.id()))
                                .filter(Member::active)
                                .map(Member::roles)
                                .orElseGet(Set::of));
            case SERVICE ->
                services.registered(tenant, owner.id()).orElseGet(() -> new Caller(tenant, owner, Set.of()));
            case PLAYBOOK, SYSTEM -> new Caller(tenant, owner, Set.of());
        };
    }
}
