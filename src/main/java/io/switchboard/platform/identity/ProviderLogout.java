package io.switchboard.platform.identity;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * RP-initiated logout (OpenID Connect RP-Initiated Logout 1.0) at the provider that issued the ID token. Where the tenant's connection has been replaced
 * since, the new provider would not know the token: then only the portal's session ends.
 */
@Component
class ProviderLogout extends OidcClientInitiatedLogoutSuccessHandler {

    private final ClientRegistrationRepository registrations;

    ProviderLogout(ClientRegistrationRepository registrations) {
        super(registrations);
        // A menu's click is a call of Vaadin's client, which cannot follow a redirect to another origin.
        setRedirectStrategy(new UidlRedirectStrategy());
        this.registrations = registrations;
        setPostLogoutRedirectUri("{baseUrl}" + SignInAddresses.afterLogout());
        setRedirectStrategy(
                new UidlRedirectStrategy()); // a browser follows no redirect that answers a view's own request
        setDefaultTargetUrl(SignInAddresses.afterLogout());
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        return issuedByPresentProvider(authentication)
                ? super.determineTargetUrl(request, response, authentication)
                : SignInAddresses.afterLogout();
    }

    private boolean issuedByPresentProvider(@Nullable Authentication authentication) {
        return authentication instanceof OAuth2AuthenticationToken token
                && token.getPrincipal() instanceof OidcUser user
                && Optional.ofNullable(registrations.findByRegistrationId(token.getAuthorizedClientRegistrationId()))
                        .map(ClientRegistration::getProviderDetails)
                        .map(ClientRegistration.ProviderDetails::getIssuerUri)
                        .equals(Optional.ofNullable(user.getIssuer()).map(Object::toString));
    }
}
