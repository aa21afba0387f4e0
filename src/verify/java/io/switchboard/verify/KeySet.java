package io.switchboard.verify;

import io.switchboard.verify.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The platform's keys by id, from a key set's payload. Who signed the payload is the caller's question. */
record KeySet(Map<String, SigningKey> keys) {

    private static final Set<String> MEMBERS = Set.of("issuedAt", "version", "previous", "keys");

    static KeySet of(Members payload) throws Refused {
        payload.only(MEMBERS, Set.of());
        payload.time("issuedAt");
        requireChained(payload);
        Map<String, SigningKey> keys = new HashMap<>();
        for (JsonValue jwk : payload.array("keys")) {
            SigningKey key = SigningKey.of(Members.of("key", jwk));
            if (keys.put(key.id(), key) != null) {
                throw new Refused("two keys are called " + key.id());
            }
        }
        return new KeySet(keys);
    }

    private static void requireChained(Members payload) throws Refused {
        long version = payload.whole("version");
        boolean first = payload.isNull("previous");
        if (version < 1 || first != (version == 1)) {
            throw new Refused("version " + version + (first ? " names no" : " names a") + " key set before it");
        }
        if (!first) {
            payload.text("previous", Forms.SHA256);
        }
    }

    /** The Ed25519 key with that id, refused unless the set has it for that use. */
    SigningKey find(String id, String use) throws Refused {
        SigningKey key = keys.get(id);
        if (key == null) {
            throw new Refused("key " + id + " is not in the key set");
        }
        if (!key.use().equals(use)) {
            throw new Refused("key " + id + " is for " + key.use() + ", not for " + use);
        }
        return key;
    }

    /** The keys that sign checkpoints of {@code log}, ended ones included. */
    List<SigningKey> logKeys(String log) {
        return keys.values().stream()
                .filter(key -> key.use().equals("log") && key.log().equals(log))
                .toList();
    }

    /** Refuses unless the envelope's key is one for receipts and its signature verifies. */
    SigningKey requireReceiptKey(Envelope envelope) throws Refused {
        SigningKey key = find(envelope.keyId(), "receipt");
        envelope.requireSignature(key.key().orElseThrow());
        return key;
    }
}
