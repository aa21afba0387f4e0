package io.switchboard.control.receipts;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which receipts: all that match everything given. {@code actor} is an opaque id, {@code by} the kind of actor; {@code from} is inclusive, {@code to} exclusive. */
public record ReceiptFilter(
        Optional<ActionId> action,
        Optional<Outcome> outcome,
        Optional<String> actor,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<LogState> state,
        Optional<Actor.Type> by) {

    public static final ReceiptFilter ALL = new ReceiptFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whatever kind of actor did it. */
    public ReceiptFilter(
            Optional<ActionId> action,
            Optional<Outcome> outcome,
            Optional<String> actor,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<LogState> state) {
        this(action, outcome, actor, from, to, state, Optional.empty());
    }

    /** What was done: the allowed receipts of one action. */
    public static ReceiptFilter allowed(ActionId action) {
        return of(action, Optional.of(Outcome.ALLOWED));
    }

    /** All receipts of one action, however it ended. */
    public static ReceiptFilter of(ActionId action) {
        return of(action, Optional.empty());
    }

    private static ReceiptFilter of(ActionId action, Optional<Outcome> outcome) {
        return new ReceiptFilter(
                Optional.of(action), outcome, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ReceiptFilter inPeriod(Optional<Instant> first, Optional<Instant> end) {
        return new ReceiptFilter(action, outcome, actor, first, end, state, by);
    }

    /** What picked the receipts besides the period, as a bundle's statement says it. */
    Map<String, String> stated() {
        Map<String, String> stated = new TreeMap<>();
        action.ifPresent(value -> stated.put("action", value.value()));
        outcome.ifPresent(value -> stated.put("outcome", value.wire()));
        actor.ifPresent(value -> stated.put("actor", value));
        state.ifPresent(value -> stated.put("state", value.wire()));
        by.ifPresent(value -> stated.put("by", value.wire()));
        return stated;
    }
}
