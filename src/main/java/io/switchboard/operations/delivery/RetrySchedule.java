package io.switchboard.operations.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When a delivery that failed is attempted again: the pauses that Standard Webhooks 1.0 recommends, 75 hours in all, each up to a tenth longer or shorter, so that what failed together does not come back
 * together. A receiver that asks for more time ({@code Retry-After}) gets it, a day at most.
 */
record RetrySchedule(DoubleSupplier random) {

    static final Duration LONGEST_ASKED_FOR = Duration.ofDays(1);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** The pause after so many failures, the first being 1; empty where it is given up. */
    Optional<Duration> after(int failures, Optional<Duration> askedFor) {
        if (failures > PAUSES.size()) {
            return Optional.empty();
        }
        var pause = jittered(PAUSES.get(failures - 1));
        return Optional.of(askedFor.map(RetrySchedule::limited)
                .filter(asked -> asked.compareTo(pause) > 0)
                .orElse(pause));
    }

    private Duration jittered(Duration pause) {
        return Duration.ofMillis(Math.round(pause.toMillis() * (0.9 + 0.2 * random.getAsDouble())));
    }

    private static Duration limited(Duration asked) {
        return asked.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : asked;
    }
}
