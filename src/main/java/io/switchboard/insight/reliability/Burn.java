package io.switchboard.insight.reliability;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;

/** What a rule sees now: the burn rates of its two windows, and what follows. */
public record Burn(BurnRule rule, OptionalDouble over, OptionalDouble lately, BurnRule.Verdict verdict) {

    /** {@code tallies}: by window; one that is missing had no events. */
    static Burn of(BurnRule rule, Map<Duration, Tally> tallies, Target target) {
        var over = tallies.getOrDefault(rule.longWindow(), Tally.NONE);
        var lately = tallies.getOrDefault(rule.shortWindow(), Tally.NONE);
        return new Burn(rule, BurnRate.of(over, target), BurnRate.of(lately, target), rule.judge(over, lately, target));
    }
}
