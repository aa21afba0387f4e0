package io.switchboard.operations.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long records are kept: for 30 to 3650 days, or for ever. */
public sealed interface Keep {

    int SHORTEST = 30;
    int LONGEST = 3650;

    Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");

    record Days(int number) implements Keep {

        public Days {
            if (number < SHORTEST || number > LONGEST) {
                throw new IllegalArgumentException("records are kept for " + SHORTEST + " to " + LONGEST + " days");
            }
        }
    }

    record Forever() implements Keep {}

    /** {@code 365} or {@code forever}; empty for whatever else, and for days out of range. */
    static Optional<Keep> parse(String wire) {
        if (wire.equals("forever")) {
            return Optional.of(new Forever());
        }
        return NUMBER.matcher(wire).matches()
                ? Optional.of(Integer.parseInt(wire))
                        .filter(days -> days >= SHORTEST && days <= LONGEST)
                        .map(Days::new)
                : Optional.empty();
    }

    default String wire() {
        return switch (this) {
            case Days(int number) -> String.valueOf(number);
            case Forever() -> "forever";
        };
    }

    default String words() {
        return switch (this) {
            case Days(int number) -> number + " days";
            case Forever() -> "for ever";
        };
    }

    /** What was recorded before that is older than it is kept; empty where nothing ever is. */
    default Optional<Instant> before(Instant now) {
        return switch (this) {
            case Days(int number) -> Optional.of(now.minus(Duration.ofDays(number)));
            case Forever() -> Optional.empty();
        };
    }
}
