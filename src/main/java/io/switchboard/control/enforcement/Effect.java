package io.switchboard.control.enforcement;

import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ReceiptId;
import java.util.List;
import java.util.Map;

/**
 * What a change did, for its receipt: the value for the caller, the subjects it touched, facts (small, flat, no personal text),
 * disclosures (names, addresses, typed reasons: committed to in the payload, stored encrypted), and the receipts of those who approved it.
 */
public record Effect<T>(
        T value,
        List<Subject> subjects,
        Map<String, Object> facts,
        Map<String, String> disclosures,
        List<ReceiptId> approvedBy) {

    public Effect(T value, List<Subject> subjects, Map<String, Object> facts, Map<String, String> disclosures) {
        this(value, subjects, facts, disclosures, List.of());
    }

    public static <T> Effect<T> of(T value, Subject... subjects) {
        return new Effect<>(value, List.of(subjects), Map.of(), Map.of());
    }

    public Effect<T> withFacts(Map<String, Object> more) {
        return new Effect<>(value, subjects, more, disclosures, approvedBy);
    }

    public Effect<T> withDisclosures(Map<String, String> more) {
        return new Effect<>(value, subjects, facts, more, approvedBy);
    }

    public Effect<T> approvedBy(List<ReceiptId> approvals) {
        return new Effect<>(value, subjects, facts, disclosures, approvals);
    }

    /** The same effect with another value. */
    public <R> Effect<R> withValue(R other) {
        return new Effect<>(other, subjects, facts, disclosures, approvedBy);
    }
}
