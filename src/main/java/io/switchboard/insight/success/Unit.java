package io.switchboard.insight.success;

import java.util.Locale;

/** What a figure's number counts. */
public enum Unit {
    /** Steps of the setup. */
    STEPS,
    /** Seconds. */
    DURATION,
    PEOPLE,
    PER_DAY,
    /** 0 to 100. */
    PERCENT,
    NUMBER;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
