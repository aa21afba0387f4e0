package io.switchboard.control.flags;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a flag is for somebody, and why: OpenFeature's evaluation details. The metadata names the flag's {@code version}, the {@code rule} that counted, the {@code bucket} of a
 * percentage, and of a stale value the reason it had.
 */
public record Evaluation(FlagKey key, boolean value, Reason reason, Map<String, Object> metadata) {

    public Evaluation {
        metadata = Map.copyOf(metadata);
    }

    public String variant() {
        return Variant.of(value);
    }

    /** The same, as the last known value. */
    Evaluation stale() {
        var more = new TreeMap<>(metadata);
        more.put("lastReason", reason.name());
        return new Evaluation(key, value, Reason.STALE, more);
    }
}
