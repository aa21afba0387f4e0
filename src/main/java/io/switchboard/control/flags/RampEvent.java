package io.switchboard.control.flags;

import io.switchboard.control.approvals.TicketId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What happened to a ramp. {@code step}: at which it is then, from 0, or -1 where none has begun. {@code code} says why in a word and may be empty, {@code says} in a sentence.
 * {@code asOf}: since when a step that began counts.
 */
public record RampEvent(
        int sequence,
        Kind kind,
        int step,
        String code,
        String says,
        Optional<TicketId> ticket,
        Instant asOf,
        Actor by,
        Instant at,
        Optional<ReceiptId> receipt) {

    /** What it was. */
    public enum Kind {
        PLANNED("planned"),
        BEGAN("step began"),
        HELD("held"),
        PAUSED("paused"),
        RESUMED("resumed"),
        JUMPED("moved to a step by hand"),
        ENDED("ended as planned"),
        BACK("rolled back");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }

        boolean begins() {
            return this == BEGAN || this == JUMPED;
        }
    }
}
