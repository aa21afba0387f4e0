package io.switchboard.insight.success;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** How many of a kind were done in a period, and how long they took: median and p95 in seconds, by nearest rank. */
public record CycleTime(Cycle cycle, int done, OptionalDouble median, OptionalDouble p95) {

    static List<CycleTime> of(List<Days> tenants) {
        return Arrays.stream(Cycle.values()).map(cycle -> of(cycle, tenants)).toList();
    }

    private static CycleTime of(Cycle cycle, List<Days> tenants) {
        List<Duration> took = tenants.stream()
                .flatMap(days -> days.cycles(cycle.kind()).stream())
                .toList();
        return new CycleTime(cycle, took.size(), Ranks.of(took, 50), Ranks.of(took, 95));
    }
}
