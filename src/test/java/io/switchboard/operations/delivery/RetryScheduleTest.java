package io.switchboard.operations.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final RetrySchedule even = new RetrySchedule(() -> 0.5);

    @Test
    void goesOnForSeventyFiveHoursAndThenGivesUp() {
        var all = IntStream.rangeClosed(1, 9)
                .mapToObj(failures -> even.after(failures, Optional.empty()).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isBetween(Duration.ofHours(75), Duration.ofHours(76));
        assertThat(even.after(10, Optional.empty())).isEmpty();
        assertThat(even.after(1, Optional.empty())).contains(Duration.ofSeconds(5));
    }

    @Test
    void spreadsWhatFailedTogetherByATenthToBothSides() {
        assertThat(new RetrySchedule(() -> 0).after(2, Optional.empty())).contains(Duration.ofSeconds(270));
        assertThat(new RetrySchedule(() -> 1).after(2, Optional.empty())).contains(Duration.ofSeconds(330));
    }

    @Test
    void givesAReceiverTheTimeItAsksForButADayAtMostAndNeverLess() {
        assertThat(even.after(1, Optional.of(Duration.ofMinutes(3)))).contains(Duration.ofMinutes(3));
        assertThat(even.after(1, Optional.of(Duration.ofDays(30)))).contains(Duration.ofDays(1));
        assertThat(even.after(4, Optional.of(Duration.ofSeconds(1)))).contains(Duration.ofHours(2));
        assertThat(even.after(10, Optional.of(Duration.ofSeconds(1)))).isEmpty();
    }

    @Test
    void readsRetryAfterAsSecondsOrAsADate() {
        assertThat(RetryAfter.parse("120", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("Sun, 22 Nov 2026 09:10:00 GMT", NOW)).contains(Duration.ofMinutes(10));
        assertThat(RetryAfter.parse("Sun, 22 Nov 2026 08:10:00 GMT", NOW)).isEmpty();
        assertThat(RetryAfter.parse("soon", NOW)).isEmpty();
        assertThat(RetryAfter.parse("-5", NOW)).isEmpty();
        assertThat(RetryAfter.parse("99999999999999999999", NOW)).isEmpty();
    }
}
