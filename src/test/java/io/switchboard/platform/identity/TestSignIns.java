package io.switchboard.platform.identity;

import com.vaadin.flow.server.VaadinSession;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** Signs people in to the session of this thread, without a provider. */
public final class TestSignIns {

    private TestSignIns() {}

    public static Member signIn(ApplicationContext portal, String tenant, String user) {
        var id = portal.getBean(Tenants.class)
                .findBySlug(new Slug(tenant))
                .orElseThrow()
                .id();
        var member = portal.getBean(Members.class).findByUserName(id, user).orElseThrow();
        var session = VaadinSession.getCurrent().getSession();
        var signIns = Optional.ofNullable((SignIns) session.getAttribute(SignIns.ATTRIBUTE))
                .orElseGet(SignIns::new);
        signIns.add(id, member.id());
        session.setAttribute(SignIns.ATTRIBUTE, signIns);
        return member;
    }
}
