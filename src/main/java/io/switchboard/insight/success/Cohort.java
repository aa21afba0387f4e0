package io.switchboard.insight.success;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The tenants that were created in the same week, which begins on that Monday (UTC). {@code retention} is about week 0, 1 and so on of each tenant, counted from its creation.
 */
public record Cohort(LocalDate week, int tenants, List<Retained> retention) {

    /** Older tenants are in no cohort. */
    public static final int WEEKS = 12;

    private static final Duration WEEK = Duration.ofDays(7);

    public Cohort {
        retention = List.copyOf(retention);
    }

    /** Of the tenants whose week has begun, how many had at least one active person in it. */
    public record Retained(int active, int begun) {

        public double percent() {
            return 100.0 * active / begun;
        }
    }

    /** When a tenant was created, and who did something in it since. */
    record Start(Instant createdAt, Presences people) {

        LocalDate week() {
            return monday(createdAt);
        }

        private Instant begin(int week) {
            return createdAt.plus(WEEK.multipliedBy(week));
        }

        boolean hasBegun(int week, Instant now) {
            return !begin(week).isAfter(now);
        }

        boolean isActive(int week) {
            return !people.between(begin(week), begin(week + 1)).isEmpty();
        }
    }

    /** The latest first. */
    static List<Cohort> of(List<Start> starts, Instant now) {
        var byWeek = new TreeMap<LocalDate, List<Start>>(starts.stream()
                .filter(start -> !start.week().isBefore(first(now)))
                .collect(Collectors.groupingBy(Start::week)));
        return byWeek.descendingMap().entrySet().stream()
                .map(cohort -> of(cohort.getKey(), cohort.getValue(), now))
                .toList();
    }

    private static Cohort of(LocalDate week, List<Start> starts, Instant now) {
        var retention = IntStream.range(0, WEEKS)
                .mapToObj(number -> retained(
                        starts.stream()
                                .filter(start -> start.hasBegun(number, now))
                                .toList(),
                        number))
                .takeWhile(retained -> retained.begun() > 0)
                .toList();
        return new Cohort(week, starts.size(), retention);
    }

    private static Retained retained(List<Start> begun, int week) {
        int active = (int) begun.stream().filter(start -> start.isActive(week)).count();
        return new Retained(active, begun.size());
    }

    /** The first day that cohorts look at. */
    static LocalDate first(Instant now) {
        return monday(now).minusWeeks(WEEKS - 1L);
    }

    private static LocalDate monday(Instant at) {
        return Book.day(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
