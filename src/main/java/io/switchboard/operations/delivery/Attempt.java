package io.switchboard.operations.delivery;

import io.switchboard.kernel.ReceiptId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A line of the delivery log. {@code outcome}: {@code taken}, {@code begun} while it lasts, or the code of what went wrong; {@code status} is the HTTP status, where there was an answer, and {@code answer} its
 * beginning.
 */
public record Attempt(
        int number,
        Instant beganAt,
        Optional<Duration> took,
        String outcome,
        OptionalInt status,
        String says,
        String answer,
        Optional<ReceiptId> receipt) {

    public static final String TAKEN = "taken";
    static final String BEGUN = "begun";
    static final String CUT_OFF = "cut-off";

    static Attempt refused(int number, Instant at, ReceiptId receipt) {
        return new Attempt(
                number,
                at,
                Optional.empty(),
                "refused",
                OptionalInt.empty(),
                "A policy of the tenant forbids it; the receipt says which.",
                "",
                Optional.of(receipt));
    }

    /** The same, known not to have been ended by whoever began it. */
    Attempt cutOff(ReceiptId proof) {
        return new Attempt(
                number,
                beganAt,
                Optional.empty(),
                CUT_OFF,
                OptionalInt.empty(),
                "The portal ended in the middle of it; whether it arrived is not known. It is made again under the same id.",
                "",
                Optional.of(proof));
    }
}
