package io.switchboard.platform.identity;

import com.vaadin.flow.server.VaadinSession;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.observability.LogContext;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who this browser session is in a tenant. Read anew each time, so that a deactivated member or a withdrawn role ends with the next click. */
@Component
public class CurrentMember {

    private final Members members;

    CurrentMember(Members members) {
        this.members = members;
    }

    public Optional<Member> in(TenantId tenant) {
        return signIns().flatMap(signIns -> in(tenant, signIns));
    }

    public Optional<Caller> callerIn(TenantId tenant) {
        LogContext.tenant(tenant);
        return in(tenant).map(member -> new Caller(tenant, Actor.user(member.id()), member.roles()));
    }

    Optional<Member> in(TenantId tenant, SignIns signIns) {
        return signIns.in(tenant).flatMap(id -> members.find(tenant, id)).filter(Member::active);
    }

    static Optional<SignIns> signIns() {
        return Optional.ofNullable(VaadinSession.getCurrent())
                .map(session -> (SignIns) session.getSession().getAttribute(SignIns.ATTRIBUTE));
    }
}
