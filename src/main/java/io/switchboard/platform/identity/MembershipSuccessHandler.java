package io.switchboard.platform.identity;

import io.switchboard.kernel.Slug;
import io.switchboard.platform.tenancy.Tenants;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** After the provider has said who it is, the portal looks up whether that is a member. A stranger leaves with a polite page and no session. */
@Component
class MembershipSuccessHandler extends SavedRequestAwareAuthenticationSuccessHandler {

    private final Tenants tenants;
    private final Members members;

    MembershipSuccessHandler(Tenants tenants, Members members) {
        this.tenants = tenants;
        this.members = members;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        var token = (OAuth2AuthenticationToken) authentication;
        var slug = token.getAuthorizedClientRegistrationId();
        var member = member(slug, (OidcUser) Objects.requireNonNull(token.getPrincipal()));
        if (member.isEmpty()) {
            refuse(request, response, slug);
            return;
        }
        signIns(request.getSession()).add(member.get().tenant(), member.get().id());
        getRedirectStrategy().sendRedirect(request, response, "/" + slug);
    }

    private Optional<Member> member(String slug, OidcUser user) {
        return tenants.findBySlug(new Slug(slug))
                .flatMap(tenant -> members.findByUserName(tenant.id(), userName(user)))
                .filter(Member::active);
    }

    private static String userName(OidcUser user) {
        return Optional.ofNullable(user.getPreferredUsername()).orElse(user.getName());
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String slug) throws IOException {
        request.getSession().invalidate();
        getRedirectStrategy().sendRedirect(request, response, "/welcome?stranger=" + slug);
    }

    private static SignIns signIns(HttpSession session) {
        var signIns = Optional.ofNullable((SignIns) session.getAttribute(SignIns.ATTRIBUTE))
                .orElseGet(SignIns::new);
        session.setAttribute(SignIns.ATTRIBUTE, signIns);
        return signIns;
    }
}
