package io.switchboard.insight.assurance;

import io.switchboard.kernel.LogId;
import io.switchboard.kernel.Sha256;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;

/** The key set as everybody can fetch it: what an outsider has, rather than what the database has. */
record PublishedKeys(long version, Sha256 payloadDigest, List<PublishedKey> keys) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The set, if the root signed exactly these bytes. */
    static Optional<PublishedKeys> verified(byte[] rootJwk, byte[] envelope) {
        var root = PublishedKey.ed25519(JSON.readTree(rootJwk)).orElseThrow();
        var dsse = JSON.readTree(envelope);
        var payload = Base64.getDecoder().decode(dsse.required("payload").asString());
        var signature = Base64.getDecoder()
                .decode(dsse.required("signatures").required(0).required("sig").asString());
        return Dsse.verifies(root, dsse.required("payloadType").asString(), payload, signature)
                ? Optional.of(read(payload))
                : Optional.empty();
    }

    private static PublishedKeys read(byte[] payload) {
        var set = JSON.readTree(payload);
        var keys = StreamSupport.stream(set.required("keys").spliterator(), false)
                .map(PublishedKey::of)
                .toList();
        return new PublishedKeys(set.required("version").asLong(), Sha256.of(payload), keys);
    }

    PublishedKeys of(LogId log) {
        return new PublishedKeys(
                version,
                payloadDigest,
                keys.stream().filter(key -> key.log().equals(log.value())).toList());
    }

    /** The key of that id, if it may sign receipts and was valid at that time. */
    Optional<PublishedKey> receiptKey(String id, Instant at) {
        return keys.stream()
                .filter(key -> key.id().equals(id) && key.use().equals("receipt") && key.isValidAt(at))
                .findFirst();
    }

    /** Keys of one use that are valid at that time. */
    List<PublishedKey> valid(String use, Instant at) {
        return keys.stream()
                .filter(key -> key.use().equals(use) && key.isValidAt(at))
                .toList();
    }
}
