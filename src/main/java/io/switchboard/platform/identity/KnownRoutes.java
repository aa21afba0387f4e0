package io.switchboard.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** Starts a login where the route leads somewhere; elsewhere there is no such address (404), and not a fault of the portal (500). */
@Component
class KnownRoutes implements OAuth2AuthorizationRequestResolver {

    private static final String BASE = "/oauth2/authorization";

    private final ClientRegistrationRepository registrations;
    private final DefaultOAuth2AuthorizationRequestResolver resolver;

    KnownRoutes(ClientRegistrationRepository registrations) {
        this.registrations = registrations;
        this.resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, BASE);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        boolean known = path.startsWith(BASE + "/")
                && registrations.findByRegistrationId(path.substring(BASE.length() + 1)) != null;
        return known ? resolver.resolve(request) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
        return resolver.resolve(request, registrationId);
    }
}
