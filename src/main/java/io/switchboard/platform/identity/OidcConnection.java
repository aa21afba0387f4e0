package io.switchboard.platform.identity;

import java.util.Optional;

/**
 * Where a tenant's people sign in (OpenID Connect Discovery 1.0 names). Endpoints are stored, so that no start and no sign-in waits for discovery.
 * The secret is here in clear only in memory.
 */
public record OidcConnection(
        String issuer,
        String clientId,
        String clientSecret,
        String authorizationUri,
        String tokenUri,
        String jwksUri,
        Optional<String> endSessionUri) {

    @Override
    public String toString() {
        return "OidcConnection[" + issuer + ", " + clientId + "]";
    }
}
