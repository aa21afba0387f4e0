package io.switchboard.platform.identity;

import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** After a provider has said who it is, the portal looks up whether that is a member. A stranger leaves with a polite page and no session. */
@Component
class MembershipSuccessHandler implements AuthenticationSuccessHandler {

    private final Tenants tenants;
    private final Members members;
    private final IdpConnections connections;
    private final SignInDecisions decisions;
    private final TestLogins tests;
    private final Entrance entrance;

    MembershipSuccessHandler(
            Tenants tenants,
            Members members,
            IdpConnections connections,
            SignInDecisions decisions,
            TestLogins tests,
            Entrance entrance) {
        this.tenants = tenants;
        this.members = members;
        this.connections = connections;
        this.decisions = decisions;
        this.tests = tests;
        this.entrance = entrance;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var token = (OAuth2AuthenticationToken) authentication;
        var route = SignInRoute.parse(token.getAuthorizedClientRegistrationId()).orElseThrow();
        var tenant = tenants.findBySlug(route.tenant()).orElseThrow();
        switch (route.way()) {
            case CANDIDATE -> tests.ended(request, response, tenant, new TestLogin.Vouched(userName(token)));
            case USUAL, RECOVERY -> member(request, response, tenant, route, token);
        }
    }

    private void member(
            HttpServletRequest request,
            HttpServletResponse response,
            Tenant tenant,
            SignInRoute route,
            OAuth2AuthenticationToken token)
            throws IOException {
        var known = members.findByUserName(tenant.id(), userName(token));
        var member = known.filter(Member::active);
        if (member.isEmpty()) {
            decisions.refused(tenant, new RefusedSignIn(userName(token), reason(known)));
            turnAway(request, response, "stranger");
        } else if (route.way() == SignInRoute.Way.RECOVERY && !decisions.mayRecover(member.get())) {
            turnAway(request, response, "recovery");
        } else {
            noteUse(route, member.get());
            entrance.enter(request, response, route, member.get(), token);
        }
    }

    private void noteUse(SignInRoute route, Member member) {
        if (route.way() == SignInRoute.Way.USUAL) {
            connections.signedIn(member.tenant(), member.id());
        }
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response, String why) throws IOException {
        entrance.stayOutside(request, response);
        response.sendRedirect(request.getContextPath() + "/welcome?" + why);
    }

    private static RefusedSignIn.Reason reason(Optional<Member> known) {
        return known.isPresent() ? RefusedSignIn.Reason.DEACTIVATED : RefusedSignIn.Reason.NO_MEMBERSHIP;
    }

    private static String userName(OAuth2AuthenticationToken token) {
        var user = (OidcUser) Objects.requireNonNull(token.getPrincipal());
        return Optional.ofNullable(user.getPreferredUsername()).orElse(user.getName());
    }
}
