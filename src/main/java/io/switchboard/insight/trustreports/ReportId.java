package io.switchboard.insight.trustreports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which report: the Monday of its week, and the how manieth of that week it is: {@code 2026-11-16-1}. */
public record ReportId(LocalDate monday, int revision) {

    private static final Pattern SYNTAX = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-([1-9]\\d{0,5})");

    public static Optional<ReportId> parse(String text) {
        var found = SYNTAX.matcher(text);
        return found.matches()
                ? day(found.group(1)).map(day -> new ReportId(day, Integer.parseInt(found.group(2))))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY);
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return monday + "-" + revision;
    }
}
