package io.switchboard.insight.roadmap;

import io.switchboard.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that telemetry found: what it is about, a sentence a person reads, and its numbers with the unit in their name.
 *
 * @param subject an action, a step of the setup or a statement's digest
 */
public record Finding(FindingKind kind, String subject, String sentence, Map<String, Long> numbers) {

    public Finding {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    /** Names the finding for as long as it is found, whatever its numbers are by then. */
    public String id() {
        return kind.wire() + "-"
                + Sha256.of((kind.wire() + ":" + subject).getBytes(StandardCharsets.UTF_8))
                        .hex()
                        .substring(0, 12);
    }
}
