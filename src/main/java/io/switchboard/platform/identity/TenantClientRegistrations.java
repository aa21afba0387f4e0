package io.switchboard.platform.identity;

import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.stereotype.Component;

/**
 * Authorization code with PKCE (RFC 7636) at the issuer that a {@link SignInRoute} names. All routes of a tenant come back to one redirect URI, so
 * that a provider needs to know only one.
 */
@Component
class TenantClientRegistrations implements ClientRegistrationRepository {

    private final Tenants tenants;
    private final OidcConnections connections;

    TenantClientRegistrations(Tenants tenants, OidcConnections connections) {
        this.tenants = tenants;
        this.connections = connections;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        return SignInRoute.parse(registrationId)
                .flatMap(route -> tenants.findBySlug(route.tenant())
                        .flatMap(tenant -> connection(tenant, route.way()))
                        .map(connection -> registration(route, connection)))
                .orElse(null);
    }

    private Optional<OidcConnection> connection(Tenant tenant, SignInRoute.Way way) {
        return switch (way) {
            case USUAL -> connections.effective(tenant);
            case CANDIDATE -> connections.candidate(tenant.id());
            case RECOVERY -> connections.platform();
        };
    }

    private static ClientRegistration registration(SignInRoute route, OidcConnection connection) {
        var builder = ClientRegistration.withRegistrationId(route.registrationId())
                .clientId(connection.clientId())
                .clientSecret(connection.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri("{baseUrl}" + SignInAddresses.redirect(route.tenant()))
                .scope("openid", "profile")
                .issuerUri(connection.issuer())
                .authorizationUri(connection.authorizationUri())
                .tokenUri(connection.tokenUri())
                .jwkSetUri(connection.jwksUri())
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .clientName(route.tenant().value());
        connection
                .endSessionUri()
                .ifPresent(uri -> builder.providerConfigurationMetadata(Map.of("end_session_endpoint", uri)));
        return builder.build();
    }
}
