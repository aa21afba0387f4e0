package io.switchboard.operations.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One message on its way to one destination. {@code dueAt}: when it is attempted next, of one that waits. {@code begunAt}: its creation, or its latest replay. */
public record Delivery(
        DeliveryId id,
        MessageId message,
        String type,
        String about,
        Destination to,
        State state,
        int attempts,
        Instant createdAt,
        Instant begunAt,
        Instant dueAt,
        Optional<Instant> endedAt) {

    /** How a delivery stands. Only one that waits is attempted. */
    public enum State {
        WAITING("waiting"),
        DELIVERED("delivered"),
        GAVE_UP("given up"),
        REFUSED("refused by policy"),
        CANCELLED("destination gone");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** From the event, or the latest replay, to its being taken; empty for one that was not. */
    public Optional<Duration> latency() {
        return state == State.DELIVERED ? endedAt.map(end -> Duration.between(begunAt, end)) : Optional.empty();
    }
}
