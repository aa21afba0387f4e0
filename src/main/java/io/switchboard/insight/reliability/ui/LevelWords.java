package io.switchboard.insight.reliability.ui;

import io.switchboard.insight.reliability.Burn;
import io.switchboard.insight.reliability.BurnRule;
import io.switchboard.insight.reliability.Tally;
import io.switchboard.operations.incidents.ResponseTimes.Median;
import io.switchboard.platform.components.StateTag;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/** Levels, rates and times as a person reads them. Shares are rounded down: 99.9999 % is not yet all. */
final class LevelWords {

    static final String NONE = "–";

    private LevelWords() {}

    static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    /** {@code 99.95 %}. */
    static String attained(Tally tally) {
        return tally.isEmpty()
                ? NONE
                : plain(Math.floor(100_000.0 * tally.good() / tally.total()) / 1_000, "%.3f") + " %";
    }

    static String percent(OptionalDouble share) {
        return share.isPresent() ? plain(Math.floor(1_000 * share.getAsDouble()) / 10, "%.1f") + " %" : NONE;
    }

    /** A number that need not be whole: {@code 0.01}, {@code 20,000}. */
    static String some(double number) {
        return plain(number, "%,.2f");
    }

    static String change(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ENGLISH, "%+.0f %%", 100 * share.getAsDouble()) : NONE;
    }

    static String rate(OptionalDouble rate) {
        return rate.isPresent() ? rate(rate.getAsDouble()) : NONE;
    }

    static String rate(double rate) {
        return plain(rate, "%.1f") + "×";
    }

    private static String plain(double number, String format) {
        return String.format(Locale.ENGLISH, format, number)
                .replaceFirst("(\\.\\d*?)0+$", "$1")
                .replaceFirst("\\.$", "");
    }

    /** {@code 5 min}, {@code 6 h}, {@code 3 days}. */
    static String window(Duration window) {
        if (window.toHours() == 0) {
            return window.toMinutes() + " min";
        }
        return window.toDays() == 0 ? window.toHours() + " h" : window.toDays() + " days";
    }

    static String took(Median median) {
        return median.value().map(LevelWords::took).orElse(NONE);
    }

    private static String took(Duration took) {
        if (took.toMinutes() == 0) {
            return took.toSeconds() + " s";
        }
        if (took.toHours() == 0) {
            return took.toMinutes() + " min";
        }
        return took.toHours() < 48
                ? took.toHours() + " h " + took.toMinutesPart() + " min"
                : took.toDays() + " days " + took.toHoursPart() + " h";
    }

    /** Where nothing happened in the long window, nothing is calm either. */
    static StateTag state(Burn burn) {
        return burn.over().isPresent()
                ? verdict(burn.verdict())
                : new StateTag(StateTag.Tone.NEUTRAL, "nothing to count");
    }

    private static StateTag verdict(BurnRule.Verdict verdict) {
        return switch (verdict) {
            case BURNING -> new StateTag(StateTag.Tone.DANGER, "burning");
            case CALM -> new StateTag(StateTag.Tone.SUCCESS, "calm");
            case UNKNOWN -> new StateTag(StateTag.Tone.WARNING, "silent");
        };
    }

    static StateTag severity(BurnRule.Severity severity) {
        return switch (severity) {
            case PAGE -> new StateTag(StateTag.Tone.DANGER, "page");
            case TICKET -> new StateTag(StateTag.Tone.WARNING, "ticket");
        };
    }
}
