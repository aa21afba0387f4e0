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
}
