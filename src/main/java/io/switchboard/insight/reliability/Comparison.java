package io.switchboard.insight.reliability;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Response times of a type of incident now, beside those of the baseline, where it has some of that type. */
public record Comparison(TypeTimes now, Optional<TypeTimes> baseline) {

    /** What mitigation is to take less: four tenths. */
    public static final double GOAL = -0.4;

    static Comparison of(TypeTimes now, Optional<Baseline> baseline) {
        return new Comparison(now, baseline.flatMap(known -> known.of(now.type())));
    }

    /** How the MTTM moved, -0.4 for 40 % less; empty where one of the two is not there, or the baseline is zero. */
    public OptionalDouble change() {
        var before = baseline.flatMap(known -> known.mttm().value()).filter(Duration::isPositive);
        var after = now.mttm().value();
        return before.isPresent() && after.isPresent()
                ? OptionalDouble.of(
                        (double) after.get().toMillis() / before.get().toMillis() - 1)
                : OptionalDouble.empty();
    }

    /** Empty where nothing can be compared. */
    public Optional<Boolean> reachesGoal() {
        var change = change();
        return change.isPresent() ? Optional.of(change.getAsDouble() <= GOAL + 1e-9) : Optional.empty();
    }
}
