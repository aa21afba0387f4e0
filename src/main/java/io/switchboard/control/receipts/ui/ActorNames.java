package io.switchboard.control.receipts.ui;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Receipts name actors by opaque id. For the tenant's own people, and for those of the platform, the portal looks up who that is today. */
@Component
public class ActorNames {

    private final Members members;
    private final PlatformTenant platformTenant;

    ActorNames(Members members, PlatformTenant platformTenant) {
        this.members = members;
        this.platformTenant = platformTenant;
    }

    public String of(TenantId tenant, Actor actor) {
        return actor.type() == Actor.Type.USER
                ? of(tenant, new MemberId(actor.id()))
                : actor.type().wire() + " " + actor.id();
    }

    private String of(TenantId tenant, MemberId id) {
        return members.find(tenant, id)
                .map(Member::displayName)
                .or(() -> ofPlatform(id))
                .orElse("a former member");
    }

    /** Whoever acts in a tenant's log without being a member, such as a PM who reads feedback, is somebody of the platform. */
    private Optional<String> ofPlatform(MemberId id) {
        return platformTenant
                .find()
                .flatMap(platform ->
                        members.find(platform.id(), id).map(member -> member.displayName() + ", " + platform.name()));
    }
}
