package io.switchboard.control.enforcement;

import io.switchboard.control.receipts.Subject;
import java.util.List;
import java.util.Map;

/**
 * What a change did, for its receipt: the value for the caller, the subjects it touched, facts (small, flat, no personal text) and
 * disclosures (names, addresses, typed reasons: committed to in the payload, stored encrypted).
 */
public record Effect<T>(T value, List<Subject> subjects, Map<String, Object> facts, Map<String, String> disclosures) {

    public static <T> Effect<T> of(T value, Subject... subjects) {
        return new Effect<>(value, List.of(subjects), Map.of(), Map.of());
    }

    public Effect<T> withFacts(Map<String, Object> more) {
        return new Effect<>(value, subjects, more, disclosures);
    }

    public Effect<T> withDisclosures(Map<String, String> more) {
        return new Effect<>(value, subjects, facts, more);
    }
}
