package io.switchboard.operations.onboarding;

import io.switchboard.control.receipts.ReceiptRow;
import io.switchboard.kernel.Actor;
import java.time.Instant;

/** The fact that completes a step: since when, by whom, and the receipt that proves it. */
public record Completion(Instant at, Actor by, ReceiptRow proof) {

    /** Where the receipt itself is the fact. */
    public static Completion by(ReceiptRow proof) {
        return new Completion(proof.receipt().occurredAt(), proof.receipt().actor(), proof);
    }
}
