package io.switchboard.insight.assurance;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A key as the portal publishes it (RFC 7517 with {@code switchboard_use} and {@code log}); valid from {@code from} until before {@code until}. */
record PublishedKey(
        String id, String use, String log, Instant from, Optional<Instant> until, Optional<PublicKey> ed25519) {

    /** SubjectPublicKeyInfo of an Ed25519 key without its 32 bytes (RFC 8410 section 10.1). */
    private static final String SPKI = "302a300506032b6570032100";

    static PublishedKey of(JsonNode jwk) {
        return new PublishedKey(
                jwk.required("kid").asString(),
                jwk.required("switchboard_use").asString(),
                jwk.required("log").asString(),
                Instant.ofEpochSecond(jwk.required("nbf").asLong()),
                jwk.optional("exp").map(JsonNode::asLong).map(Instant::ofEpochSecond),
                ed25519(jwk));
    }

    boolean isValidAt(Instant at) {
        return !at.isBefore(from) && until.map(at::isBefore).orElse(true);
    }

    /** The key of a JWK of type OKP; empty for another type. */
    static Optional<PublicKey> ed25519(JsonNode jwk) {
        if (!jwk.required("kty").asString().equals("OKP")) {
            return Optional.empty();
        }
        var raw = Base64.getUrlDecoder().decode(jwk.required("x").asString());
        try {
            var spki = HexFormat.of().parseHex(SPKI + HexFormat.of().formatHex(raw));
            return Optional.of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a published key is no Ed25519 key", e);
        }
    }
}
