package io.switchboard.platform.identity;

import io.switchboard.kernel.Slug;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** What becomes of the browser session when a provider has said who somebody is: it comes in, or it stays as it was. */
@Component
class Entrance {

    private final HttpSessionRequestCache asked = new HttpSessionRequestCache();
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    /** Lets the member in and goes on to the page they had asked for, else to the tenant's first page. */
    void enter(
            HttpServletRequest request,
            HttpServletResponse response,
            SignInRoute route,
            Member member,
            Authentication authentication)
            throws IOException {
        var signIns = SignIns.of(request.getSession());
        signIns.add(member.tenant(), member.id());
        signIns.authenticatedBy(authentication);
        request.getSession().setAttribute(SignIns.ATTRIBUTE, signIns);
        response.sendRedirect(request.getContextPath() + askedFor(request, response, route.tenant()));
    }

    /** The provider's word counts for nothing: earlier sign-ins of the session stay, and without any there is no session. */
    void stayOutside(HttpServletRequest request, HttpServletResponse response) {
        var before = Optional.ofNullable(request.getSession(false))
                .flatMap(session -> SignIns.of(session).latest());
        before.ifPresentOrElse(latest -> restore(request, response, latest), () -> forget(request));
    }

    private void restore(HttpServletRequest request, HttpServletResponse response, Authentication latest) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(latest);
        use(request, response, context);
    }

    private void use(HttpServletRequest request, HttpServletResponse response, SecurityContext context) {
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static void forget(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.invalidate());
    }

    private String askedFor(HttpServletRequest request, HttpServletResponse response, Slug tenant) {
        var home = "/" + tenant;
        var target = Optional.ofNullable(asked.getRequest(request, response))
                .map(saved -> within(request.getContextPath(), saved))
                .filter(path -> path.equals(home) || path.startsWith(home + "/") || path.startsWith(home + "?"))
                .orElse(home);
        asked.removeRequest(request, response);
        return target;
    }

    /** Path and query only: where a browser is sent to never depends on the host that a request claimed. */
    private static String within(String contextPath, SavedRequest saved) {
        var address = URI.create(saved.getRedirectUrl());
        var query = Optional.ofNullable(address.getRawQuery())
                .map(text -> text.replaceFirst("(^|&)continue$", ""))
                .filter(text -> !text.isEmpty())
                .map(text -> "?" + text);
        return address.getRawPath().substring(contextPath.length()) + query.orElse("");
    }
}
