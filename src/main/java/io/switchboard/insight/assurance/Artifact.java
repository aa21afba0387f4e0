package io.switchboard.insight.assurance;

import io.switchboard.kernel.Sha256;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a claim rests on: what it is called, where an outsider gets it, and its SHA-256; none where there is nothing to take a digest of. */
record Artifact(String name, String where, Optional<Sha256> digest) {

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new HashMap<>();
        json.put("name", name);
        json.put("where", where);
        json.put("sha256", digest.map(Sha256::hex).orElse(null));
        return json;
    }
}
