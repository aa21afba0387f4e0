package io.switchboard.insight.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.insight.reliability.BurnRule.Verdict;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurnRuleTest {

    private static final Target THREE_NINES = new Target(99_900);

    /** Bad and all events of the long and of the short window. */
    @ParameterizedTest(name = "{0}: {1} of {2}, {3} of {4} is {5} ({6})")
    @CsvSource({
        "FAST, 144, 10000, 15, 1000, BURNING, 14.4 times is enough, to the last digit",
        "FAST, 143, 10000, 15, 1000, CALM, a little below it is not",
        "FAST, 150, 10000, 0, 1000, CALM, it no longer goes on",
        "FAST, 150, 10000, 14, 1000, CALM, it goes on more slowly",
        "FAST, 10, 10000, 100, 1000, CALM, a spike that does not matter",
        "FAST, 1, 3, 1, 1, CALM, one failure of three is no page",
        "FAST, 4, 4, 4, 4, CALM, four failures of four are too few to tell",
        "FAST, 5, 5, 5, 5, BURNING, five of five are an outage also where few ask",
        "FAST, 150, 10000, 0, 0, UNKNOWN, nobody asked in the last minutes",
        "FAST, 0, 0, 0, 0, CALM, nothing at all",
        "SLOW, 60, 10000, 6, 1000, BURNING, six times over six hours",
        "SLOW, 59, 10000, 6, 1000, CALM, a little less",
        "STEADY, 10, 10000, 1, 1000, BURNING, as fast as the budget lasts",
        "STEADY, 9, 10000, 1, 1000, CALM, within the budget",
        "STEADY, 10, 10000, 0, 1000, CALM, over",
    })
    void judgesBothWindows(
            BurnRule rule, long overBad, long overAll, long latelyBad, long latelyAll, Verdict verdict, String why) {
        assertThat(rule.judge(tally(overBad, overAll), tally(latelyBad, latelyAll), THREE_NINES))
                .as(why)
                .isEqualTo(verdict);
    }

    private static Tally tally(long bad, long all) {
        return new Tally(all - bad, all);
    }

    @Test
    void aWindowThatIsMissingHadNoEvents() {
        var burn = Burn.of(BurnRule.FAST, Map.of(Duration.ofHours(1), tally(900, 1000)), THREE_NINES);
        assertThat(burn.lately()).isEmpty();
        assertThat(burn.over().orElseThrow()).isEqualTo(900);
        assertThat(burn.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Burn.of(BurnRule.FAST, Map.of(), THREE_NINES).verdict()).isEqualTo(Verdict.CALM);
    }

    @Test
    void aRateOfOneSpendsTheBudgetInExactlyItsWindow() {
        assertThat(BurnRate.of(tally(1, 1000), THREE_NINES).orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(BurnRate.of(tally(1, 100), new Target(99_000)).orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(BurnRate.of(tally(1000, 1000), THREE_NINES).orElseThrow()).isCloseTo(1000, within(1e-6));
        assertThat(BurnRate.of(Tally.NONE, THREE_NINES)).isEmpty();
    }

    @Test
    void theWindowsAreThoseOfTheWorkbook() {
        assertThat(BurnRule.windows())
                .containsExactly(
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(1),
                        Duration.ofHours(6),
                        Duration.ofDays(3));
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }
}
