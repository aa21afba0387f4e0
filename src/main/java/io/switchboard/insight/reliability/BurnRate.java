package io.switchboard.insight.reliability;

import java.util.OptionalDouble;

/** How quickly a budget is spent: 1 is the rate at which it lasts exactly its window. A pure function of sums; empty where nothing happened. */
final class BurnRate {

    private BurnRate() {}

    static OptionalDouble of(Tally tally, Target target) {
        return tally.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) tally.bad() / tally.total() / target.allowed());
    }
}
