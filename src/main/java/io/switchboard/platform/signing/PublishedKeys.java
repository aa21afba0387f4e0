package io.switchboard.platform.signing;

import io.switchboard.kernel.LogId;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A key set as an outsider reads it: nothing counts but what the root has signed. */
final class PublishedKeys {

    private final JsonNode keys;

    private PublishedKeys(JsonNode keys) {
        this.keys = keys;
    }

    static PublishedKeys of(DsseEnvelope keySet, TrustRoot root) {
        if (!root.verifies(keySet)) {
            throw new IllegalStateException("a key set that the root has just signed does not verify");
        }
        return new PublishedKeys(JsonMapper.shared().readTree(keySet.payload()).required("keys"));
    }

    /** Whether a receipt key of that log, valid at that time, signed the envelope. */
    boolean accept(LogId log, DsseEnvelope envelope, Instant at) {
        return find(envelope.keyId())
                .filter(key -> text(key, "switchboard_use").equals(KeyUse.RECEIPT.wire()))
                .filter(key -> text(key, "log").equals(log.value()))
                .filter(key -> window(key).includes(at))
                .map(key -> Base64.getUrlDecoder().decode(text(key, "x")))
                .filter(key -> Ed25519.verifies(key, envelope.signedBytes(), envelope.signature()))
                .isPresent();
    }

    private Optional<JsonNode> find(String keyId) {
        return StreamSupport.stream(keys.spliterator(), false)
                .filter(key -> text(key, "kid").equals(keyId))
                .findFirst();
    }

    private static KeyWindow window(JsonNode key) {
        var from = Instant.ofEpochSecond(key.required("nbf").asLong());
        return new KeyWindow(from, key.optional("exp").map(end -> Instant.ofEpochSecond(end.asLong())));
    }

    private static String text(JsonNode key, String name) {
        return key.required(name).asString();
    }
}
