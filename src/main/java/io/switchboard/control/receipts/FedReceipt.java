package io.switchboard.control.receipts;

import io.switchboard.kernel.ActionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A receipt as {@link ReceiptFeed} hands it on: its head, what its payload is about and states, and the receipt that it follows from. {@code index} is its place in the
 * log once it has one.
 */
public record FedReceipt(
        OptionalLong index,
        Receipt head,
        Optional<Cause> cause,
        List<SubjectName> subjects,
        Map<String, Object> facts) {

    public FedReceipt {
        subjects = List.copyOf(subjects);
        facts = Map.copyOf(facts);
    }

    /** What the receipt follows from. */
    public record Cause(ActionId action, Instant occurredAt) {}

    /** A fact that is a code or a digest. */
    public Optional<String> code(String name) {
        return Optional.ofNullable(facts.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** A fact that is a count; none is zero. */
    public long count(String name) {
        return facts.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
