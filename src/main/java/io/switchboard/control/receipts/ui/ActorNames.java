package io.switchboard.control.receipts.ui;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import org.springframework.stereotype.Component;

/** Receipts name actors by opaque id. For the tenant's own people the portal looks up who that is today. */
@Component
public class ActorNames {

    private final Members members;

    ActorNames(Members members) {
        this.members = members;
    }

    public String of(TenantId tenant, Actor actor) {
        return actor.type() == Actor.Type.USER
                ? members.find(tenant, new MemberId(actor.id()))
                        .map(Member::displayName)
                        .orElse("a former member")
                : actor.type().wire() + " " + actor.id();
    }
}
