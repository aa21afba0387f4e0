package io.switchboard.platform.identity;

import io.switchboard.platform.tenancy.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Logins through a candidate: they let nobody in, and count only for a member who is signed in already. */
@Component
class TestLogins {

    private final CurrentMember member;
    private final SignInDecisions decisions;
    private final Entrance entrance;

    TestLogins(CurrentMember member, SignInDecisions decisions, Entrance entrance) {
        this.member = member;
        this.decisions = decisions;
        this.entrance = entrance;
    }

    void ended(HttpServletRequest request, HttpServletResponse response, Tenant tenant, TestLogin login)
            throws IOException {
        var tester = member.in(tenant.id(), SignIns.of(request.getSession()));
        entrance.stayOutside(request, response);
        var next = tester.map(found -> decisions.tested(tenant, found, login)).orElse("/welcome?failed");
        response.sendRedirect(request.getContextPath() + next);
    }
}
