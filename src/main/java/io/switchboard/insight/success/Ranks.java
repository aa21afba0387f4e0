package io.switchboard.insight.success;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** Quantiles by nearest rank: always a value that occurred. */
final class Ranks {

    private Ranks() {}

    /** In seconds; {@code percent} is above 0 and at most 100. */
    static OptionalDouble of(List<Duration> values, int percent) {
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        var sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceilDiv((long) sorted.size() * percent, 100L);
        return OptionalDouble.of(sorted.get(rank - 1).toMillis() / 1000.0);
    }
}
