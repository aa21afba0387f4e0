package io.switchboard.platform.identity.discovery;

import java.util.Optional;

/** The part of a provider's metadata that the portal uses (OpenID Connect Discovery 1.0 section 3; RP-Initiated Logout 1.0 section 2.1). */
public record ProviderMetadata(
        String issuer, String authorizationUri, String tokenUri, String jwksUri, Optional<String> endSessionUri) {}
