package io.switchboard.insight.success;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Figures as a person reads them. */
public final class FigureWords {

    public static final String NONE = "–";

    private FigureWords() {}

    /** {@code steps} is how many steps there are in all. */
    public static String value(Unit unit, OptionalDouble value, int steps) {
        return value.isPresent() ? value(unit, value.getAsDouble(), steps) : NONE;
    }

    private static String value(Unit unit, double value, int steps) {
        return switch (unit) {
            case STEPS -> number(value) + " of " + steps;
            case DURATION -> duration(Duration.ofMillis(Math.round(value * 1000)));
            case PERCENT -> number(value) + " %";
            case PEOPLE, PER_DAY, NUMBER -> number(value);
        };
    }

    private static String number(double value) {
        return new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value);
    }

    public static String duration(Duration time) {
        if (time.toMinutes() < 1) {
            return time.toSeconds() + " s";
        }
        if (time.toHours() < 1) {
            return time.toMinutes() + " min";
        }
        return time.toDays() < 2 ? time.toHours() + " h " + time.toMinutesPart() + " min" : time.toDays() + " days";
    }

    /** How a figure moved, and whether that is good. */
    public record Trend(String arrow, String words, String tone) {}

    /** Empty where there is nothing to compare. */
    public static Optional<Trend> trend(Figure figure, int steps) {
        if (figure.value().isEmpty() || figure.before().isEmpty()) {
            return Optional.empty();
        }
        double change = figure.value().getAsDouble() - figure.before().getAsDouble();
        var before = value(figure.metric().unit(), figure.before(), steps);
        if (value(figure.metric().unit(), figure.value(), steps).equals(before)) {
            return Optional.of(new Trend("→", "as before", "same"));
        }
        var tone = change > 0 == figure.metric().isMoreBetter() ? "better" : "worse";
        return Optional.of(new Trend(change > 0 ? "▲" : "▼", (change > 0 ? "up" : "down") + " from " + before, tone));
    }
}
