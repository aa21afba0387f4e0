package io.switchboard.platform.identity;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.stereotype.Component;

/** Access tokens (RFC 9068 style) of issuers that a client is registered at; audience {@code switchboard-api}. Any other issuer is refused. */
@Component
class AccessTokens implements AuthenticationManagerResolver<String> {

    static final String AUDIENCE = "switchboard-api";

    private final ServiceClients clients;
    private final Map<String, AuthenticationManager> managers = new ConcurrentHashMap<>();

    AccessTokens(ServiceClients clients, CanaryTokens canaries) {
        this.clients = clients;
        managers.put(CanaryTokens.ISSUER, canaries.manager());
    }

    @Override
    public AuthenticationManager resolve(String issuer) {
        var known = managers.get(issuer);
        return known != null
                ? known
                : clients.jwksUri(issuer)
                        .map(uri -> managers.computeIfAbsent(issuer, key -> manager(key, uri)))
                        .orElseThrow(() ->
                                new InvalidBearerTokenException("No tenant has registered a client of this issuer."));
    }

    private static AuthenticationManager manager(String issuer, String jwksUri) {
        return manager(issuer, NimbusJwtDecoder.withJwkSetUri(jwksUri).build());
    }

    static AuthenticationManager manager(String issuer, NimbusJwtDecoder decoder) {
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(AUDIENCE))));
        return new JwtAuthenticationProvider(decoder)::authenticate;
    }
}
