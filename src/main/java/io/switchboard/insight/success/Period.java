package io.switchboard.insight.success;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Whole days (UTC), the last of which is today as far as it has come. */
public enum Period {
    WEEK(7),
    MONTH(30),
    QUARTER(90);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    /** {@code 7}, {@code 30} or {@code 90}, as addresses and the API say it. */
    public static Optional<Period> parse(String text) {
        return Arrays.stream(values())
                .filter(period -> text.equals(String.valueOf(period.days)))
                .findFirst();
    }

    public LocalDate first(Instant now) {
        return Book.day(now).minusDays(days - 1L);
    }

    /** Of the days before the period, as many as it has. */
    LocalDate firstBefore(Instant now) {
        return first(now).minusDays(days);
    }

    Stream<LocalDate> days(Instant now) {
        return first(now).datesUntil(Book.day(now).plusDays(1));
    }
}
