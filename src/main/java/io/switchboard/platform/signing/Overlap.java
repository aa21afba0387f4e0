package io.switchboard.platform.signing;

import java.time.Duration;

/**
 * How long a key stays valid after the next one has come. At least a minute: the clocks of two nodes may differ, and what the other has signed a
 * moment ago must not be outside the old key's window. At most 90 days.
 */
public record Overlap(Duration value) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(90);

    public static final Overlap LEAST = new Overlap(SHORTEST);

    public Overlap {
        if (!isValid(value)) {
            throw new IllegalArgumentException("an overlap is PT1M to P90D, not " + value);
        }
    }

    public static boolean isValid(Duration value) {
        return value.compareTo(SHORTEST) >= 0 && value.compareTo(LONGEST) <= 0;
    }
}
