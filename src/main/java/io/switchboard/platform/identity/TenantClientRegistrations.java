package io.switchboard.platform.identity;

import io.switchboard.kernel.Slug;
import io.switchboard.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.stereotype.Component;

/** A registration id is a tenant's slug: authorization code with PKCE (RFC 7636) at the tenant's own issuer, or the platform's. */
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
        if (!Slug.isValid(registrationId)) {
            return null;
        }
        return tenants.findBySlug(new Slug(registrationId))
                .flatMap(connections::effective)
                .map(connection -> registration(registrationId, connection))
                .orElse(null);
    }

    private static ClientRegistration registration(String slug, OidcConnection connection) {
        var builder = ClientRegistration.withRegistrationId(slug)
                .clientId(connection.clientId())
                .clientSecret(connection.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile")
                .issuerUri(connection.issuer())
                .authorizationUri(connection.authorizationUri())
                .tokenUri(connection.tokenUri())
                .jwkSetUri(connection.jwksUri())
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .clientName(slug);
        connection
                .endSessionUri()
                .ifPresent(uri -> builder.providerConfigurationMetadata(java.util.Map.of("end_session_endpoint", uri)));
        return builder.build();
    }
}
