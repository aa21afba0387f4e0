package io.switchboard.operations.imports.schedules;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.imports.MappingId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that is fetched {@code every} so often. {@code owner} is on whose behalf it runs, whoever set it last; {@code authority} is the receipt of that.
 * {@code pausedBecause} is a sentence; empty while it runs. {@code failures} in a row count up to {@link #MOST_FAILURES}.
 */
public record ImportSchedule(
        ScheduleId id,
        String name,
        String kind,
        ScheduleSource source,
        Optional<MappingId> mapping,
        Duration every,
        OnPlan onPlan,
        Optional<String> pausedBecause,
        Actor owner,
        Optional<ReceiptId> authority,
        int failures,
        Instant nextRunAt,
        Instant createdAt,
        Optional<ScheduleRun> last) {

    public static final Duration SHORTEST = Duration.ofMinutes(15);
    public static final Duration LONGEST = Duration.ofDays(7);
    public static final int MOST_FAILURES = 5;

    public boolean paused() {
        return pausedBecause.isPresent();
    }
}
