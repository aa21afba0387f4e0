package io.switchboard.operations.drills;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.util.Optional;

/** A drill as it is kept. {@code failure} is a code and {@code explanation} its sentence; both are empty unless it failed. */
public record Drill(
        DrillId id,
        Instant startedAt,
        Actor by,
        State state,
        Optional<Instant> endedAt,
        Optional<String> failure,
        Optional<String> explanation,
        DrillFigures figures,
        Optional<ReceiptId> receipt) {

    /** How a drill stands. */
    public enum State {
        RUNNING("running"),
        PASSED("passed"),
        FAILED("failed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
