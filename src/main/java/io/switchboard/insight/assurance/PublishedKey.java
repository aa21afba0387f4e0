package io.switchboard.insight.assurance;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import tools.jackson.databind.JsonNode;

/** A key as the portal publishes it (RFC 7517 with {@code switchboard_use} and {@code log}); valid from {@code from} until before {@code until}. */
record PublishedKey(
        String id,
        String use,
        String log,
        Instant from,
        Optional<Instant> until,
        Optional<Ed25519PublicKeyParameters> ed25519) {

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
    static Optional<Ed25519PublicKeyParameters> ed25519(JsonNode jwk) {
        return jwk.required("kty").asString().equals("OKP")
                ? Optional.of(new Ed25519PublicKeyParameters(
                        Base64.getUrlDecoder().decode(jwk.required("x").asString())))
                : Optional.empty();
    }
}
