package io.switchboard.insight.reliability;

import java.time.Duration;
import java.util.List;

/** A service level objective (SLO): the target of an indicator over a rolling window. {@code version} 0 is the one that the portal begins with. */
public record Objective(Indicator indicator, Target target, int days, int version) {

    /** Windows that can be chosen, in days. */
    public static final List<Integer> WINDOWS = List.of(7, 28, 30, 90);

    private static final int USUAL_DAYS = 28;

    static Objective usual(Indicator indicator) {
        return new Objective(indicator, indicator.usualTarget(), USUAL_DAYS, 0);
    }

    public Duration window() {
        return Duration.ofDays(days);
    }

    /** {@code 99.9 % over 28 days}. */
    @Override
    public String toString() {
        return target + " over " + days + " days";
    }
}
