package io.switchboard.platform.signing;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The private key of an Ed25519 JWK (RFC 8037 section 2). Its public part has to be there, and to belong to it. */
final class OkpJwk {

    private static final int KEY_BYTES = 32;
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private OkpJwk() {}

    static byte[] privateKey(byte[] json) throws UnusableKey {
        JsonNode jwk = parse(json);
        if (!is(jwk, "kty", "OKP") || !is(jwk, "crv", "Ed25519")) {
            throw new UnusableKey("The JWK is no Ed25519 key: kty has to be OKP and crv Ed25519 (RFC 8037).");
        }
        if (jwk.has("use") && !is(jwk, "use", "sig")) {
            throw new UnusableKey("The JWK is not made for signatures: use has to be sig, or absent.");
        }
        byte[] privateKey = member(jwk, "d");
        if (!Arrays.equals(Ed25519.publicKey(privateKey), member(jwk, "x"))) {
            throw new UnusableKey("The JWK's x does not belong to its d: export the key again.");
        }
        return privateKey;
    }

    private static JsonNode parse(byte[] json) throws UnusableKey {
        try {
            return STRICT.readTree(json);
        } catch (JacksonException e) {
            throw new UnusableKey("The file begins like a JWK and does not read as JSON: export the key again.");
        }
    }

    private static boolean is(JsonNode jwk, String name, String value) {
        return text(jwk, name).filter(value::equals).isPresent();
    }

    private static byte[] member(JsonNode jwk, String name) throws UnusableKey {
        return text(jwk, name)
                .flatMap(OkpJwk::decoded)
                .filter(bytes -> bytes.length == KEY_BYTES)
                .orElseThrow(() -> new UnusableKey("The JWK's " + name
                        + " has to be 32 bytes in base64url: bring the private key, not the public one."));
    }

    private static Optional<String> text(JsonNode jwk, String name) {
        return jwk.optional(name).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static Optional<byte[]> decoded(String base64url) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(base64url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
