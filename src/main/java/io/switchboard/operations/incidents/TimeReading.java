package io.switchboard.operations.incidents;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a file writes times: a pattern of {@link DateTimeFormatter}, and the zone of times that say none. {@code iso} reads RFC 3339 and its relatives with a blank for the {@code T}. A time
 * that a clock change has twice is the first of them, one that it skips is moved on by the gap, as {@code java.time} has it.
 */
record TimeReading(String pattern, ZoneId zone) {

    static final String ISO = "iso";

    /** What files are tried with, in this order: the first that reads all of a sample is suggested. Day before month, since only American files have it the other way round. */
    static final List<String> PATTERNS = List.of(
            ISO,
            "dd-MM-uuuu HH:mm[:ss]",
            "dd/MM/uuuu HH:mm[:ss]",
            "dd.MM.uuuu HH:mm[:ss]",
            "MM/dd/uuuu HH:mm[:ss]",
            "MM/dd/uuuu hh:mm[:ss] a",
            "uuuu/MM/dd HH:mm[:ss]",
            "dd-MMM-uuuu HH:mm[:ss]",
            "uuuu-MM-dd",
            "dd-MM-uuuu",
            "dd/MM/uuuu",
            "MM/dd/uuuu");

    private static final DateTimeFormatter RFC_3339 = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int EARLIEST = 1970;
    private static final int LATEST = 2100;

    static Optional<TimeReading> of(String pattern, String zone) {
        try {
            formatter(pattern.equals(ISO) ? "uuuu" : pattern);
            return Optional.of(new TimeReading(pattern, ZoneId.of(zone)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Empty where the text is no time of this form, or in no year from 1970 to 2100. */
    Optional<Instant> read(String text) {
        try {
            return Optional.of(instant(
                            format().parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)))
                    .filter(TimeReading::isPlausible);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private DateTimeFormatter format() {
        return pattern.equals(ISO) ? RFC_3339 : formatter(pattern);
    }

    private Instant instant(TemporalAccessor parsed) {
        return switch (parsed) {
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.atZone(zone).toInstant();
            case LocalDate day -> day.atStartOfDay(zone).toInstant();
            default -> throw new IllegalStateException("not a time: " + parsed);
        };
    }

    private static boolean isPlausible(Instant at) {
        int year = at.atZone(ZoneOffset.UTC).getYear();
        return year >= EARLIEST && year <= LATEST;
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
