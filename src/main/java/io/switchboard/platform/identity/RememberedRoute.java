package io.switchboard.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;

/** Keeps which route a login took, so that one that fails can be told apart, too: all routes of a tenant share a redirect URI. */
@Component
class RememberedRoute implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String ATTRIBUTE = RememberedRoute.class.getName();

    private final HttpSessionOAuth2AuthorizationRequestRepository sessions =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    /** The route of the login that this request ends. */
    static Optional<SignInRoute> of(HttpServletRequest request) {
        return Optional.ofNullable((SignInRoute) request.getAttribute(ATTRIBUTE));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return sessions.loadAuthorizationRequest(request);
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest authorization, HttpServletRequest request, HttpServletResponse response) {
        sessions.saveAuthorizationRequest(authorization, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var authorization = sessions.removeAuthorizationRequest(request, response);
        Optional.ofNullable(authorization)
                .map(found -> (String) found.getAttribute(OAuth2ParameterNames.REGISTRATION_ID))
                .flatMap(SignInRoute::parse)
                .ifPresent(route -> request.setAttribute(ATTRIBUTE, route));
        return authorization;
    }
}
