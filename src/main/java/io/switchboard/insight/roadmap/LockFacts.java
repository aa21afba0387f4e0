package io.switchboard.insight.roadmap;

import io.switchboard.kernel.Base32;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.signing.CanonicalJson;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything a lock says: the same facts make the same document. */
record LockFacts(
        Tenant platform,
        Release release,
        Instant at,
        String by,
        String rootFingerprint,
        List<Item> in,
        List<Item> deferred) {

    static final String TYPE = "https://switchboard.example/roadmap-lock/v1";

    LockFacts {
        in = List.copyOf(in);
        deferred = List.copyOf(deferred);
    }

    /** Canonical (RFC 8785), so that its digest names these facts and nothing else. */
    byte[] json() {
        return CanonicalJson.of(Map.of(
                "type", TYPE,
                "release", release.value(),
                "log", platform.log().value(),
                "lockedAt", at.toString(),
                "lockedBy", by,
                "trustRoot", rootFingerprint,
                "items", in.stream().map(LockFacts::json).toList(),
                "deferred", deferred.stream().map(LockFacts::deferred).toList()));
    }

    private static Map<String, Object> json(Item item) {
        var json = new HashMap<String, Object>();
        json.put("id", item.id().value());
        json.put("title", item.title());
        json.put("spec", ItemJson.of(item.spec()));
        item.evidence().ifPresent(evidence -> json.put("evidence", ItemJson.of(evidence)));
        return json;
    }

    private static Map<String, Object> deferred(Item item) {
        var json = json(item);
        json.put("reason", item.deferred().orElseThrow());
        json.put(
                "missing",
                item.missing().stream()
                        .map(missing -> missing.requirement().title())
                        .toList());
        return json;
    }

    /** {@code doc_…}, from the digest of the facts. */
    String documentId() {
        return "doc_" + Base32.encode(Arrays.copyOf(Sha256.of(json()).bytes(), 10));
    }
}
