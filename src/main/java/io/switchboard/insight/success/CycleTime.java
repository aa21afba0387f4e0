package io.switchboard.insight.success;

import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;

/** How many of a kind were done in a period, and how long they took: median and p95 in seconds, by nearest rank. */
public record CycleTime(Cycle cycle, long done, OptionalDouble median, OptionalDouble p95) {

    /** Each approval's wait as it was. */
    static CycleTime ofApprovals(List<Days> tenants) {
        List<Duration> took =
                tenants.stream().flatMap(days -> days.waits().stream()).toList();
        return new CycleTime(Cycle.APPROVAL, took.size(), Ranks.of(took, 50), Ranks.of(took, 95));
    }

    /** How many there were of each length in milliseconds. */
    static CycleTime of(Cycle cycle, NavigableMap<Long, Long> numbers) {
        long done = numbers.values().stream().mapToLong(Long::longValue).sum();
        return new CycleTime(cycle, done, Ranks.of(numbers, 50), Ranks.of(numbers, 95));
    }
}
