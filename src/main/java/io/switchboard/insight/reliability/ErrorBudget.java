package io.switchboard.insight.reliability;

import java.util.OptionalDouble;

/** How many of a window's events may be bad, and what is left of that. A pure function of sums. */
public record ErrorBudget(Target target, Tally tally) {

    /** Of as many events as there were. */
    public double allowed() {
        return target.allowed() * tally.total();
    }

    /** The share of the budget that is left: 1 untouched, 0 spent, below 0 overspent; empty where nothing happened. */
    public OptionalDouble left() {
        return tally.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(1 - tally.bad() / allowed());
    }
}
