package io.switchboard.insight.success;

import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
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
        int rank = (int) rank(sorted.size(), percent);
        return OptionalDouble.of(sorted.get(rank - 1).toMillis() / 1000.0);
    }

    /** The same of values in milliseconds, each with how often it occurred. */
    static OptionalDouble of(NavigableMap<Long, Long> numbers, int percent) {
        long left = rank(numbers.values().stream().mapToLong(Long::longValue).sum(), percent);
        for (var value : numbers.entrySet()) {
            left -= value.getValue();
            if (left <= 0) {
                return OptionalDouble.of(value.getKey() / 1000.0);
            }
        }
        return OptionalDouble.empty();
    }

    private static long rank(long size, int percent) {
        return Math.ceilDiv(size * percent, 100L);
    }
}
