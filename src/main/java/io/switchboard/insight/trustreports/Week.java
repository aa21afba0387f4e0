package io.switchboard.insight.trustreports;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A week of the calendar (ISO 8601, Monday to Sunday) in a tenant's zone: 167 to 169 hours where clocks are changed. */
public record Week(LocalDate monday, ZoneId zone) {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("YYYY-'W'ww", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final DateTimeFormatter DAY_ALONE = DateTimeFormatter.ofPattern("d", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    public Week {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week begins on a Monday, not on a " + monday.getDayOfWeek());
        }
    }

    /** The one that the moment is in. */
    public static Week of(Instant at, ZoneId zone) {
        return new Week(at.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), zone);
    }

    /** As people know it: Java calls UTC by the letter Z, too. */
    public String zoneName() {
        return zone.getId().equals("Z") ? "UTC" : zone.getId();
    }

    public Instant from() {
        return monday.atStartOfDay(zone).toInstant();
    }

    public Instant until() {
        return next().from();
    }

    public Week next() {
        return new Week(monday.plusWeeks(1), zone);
    }

    public Week previous() {
        return new Week(monday.minusWeeks(1), zone);
    }

    public boolean isOver(Instant now) {
        return !until().isAfter(now);
    }

    public List<LocalDate> days() {
        return IntStream.range(0, 7).mapToObj(monday::plusDays).toList();
    }

    /** {@code 2026-W47}. */
    public String iso() {
        return ISO.format(monday);
    }

    /** {@code 16 to 22 November 2026}; what both days share is said once. */
    public String words() {
        var sunday = monday.plusDays(6);
        return begin(sunday).format(monday) + " to " + DAY.format(sunday);
    }

    private DateTimeFormatter begin(LocalDate sunday) {
        if (monday.getYear() != sunday.getYear()) {
            return DAY;
        }
        return monday.getMonth() == sunday.getMonth() ? DAY_ALONE : DAY_AND_MONTH;
    }
}
