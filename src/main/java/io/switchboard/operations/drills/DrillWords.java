package io.switchboard.operations.drills;

import java.time.Duration;
import java.util.Locale;

/** Figures of a drill in words, the same on the page and in documents. */
public final class DrillWords {

    private DrillWords() {}

    /** Two units at most: 2 h 5 min, 12.4 s. */
    public static String took(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return String.format(Locale.ENGLISH, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return duration.compareTo(Duration.ofDays(1)) < 0
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toDays() + " d " + duration.toHoursPart() + " h";
    }

    public static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    public static String compared(DrillFigures figures) {
        return number(figures.rows()) + " rows in " + number(figures.tables()) + " tables, " + number(figures.entries())
                + " entries in " + number(figures.logs()) + " logs";
    }
}
