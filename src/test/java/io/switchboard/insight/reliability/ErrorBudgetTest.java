package io.switchboard.insight.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ErrorBudgetTest {

    private static final Target THREE_NINES = new Target(99_900);

    @Test
    void isWhatMayBeBadLessWhatWas() {
        assertThat(left(0, 20_000)).isEqualTo(1);
        assertThat(left(5, 20_000)).isCloseTo(0.75, offset(1e-9));
        assertThat(left(20, 20_000)).isCloseTo(0, offset(1e-9));
        assertThat(left(50, 20_000)).isCloseTo(-1.5, offset(1e-9));
    }

    private static double left(long bad, long all) {
        return new ErrorBudget(THREE_NINES, new Tally(all - bad, all)).left().orElseThrow();
    }

    @Test
    void isNeitherWholeNorSpentWhereNothingHappened() {
        assertThat(new ErrorBudget(THREE_NINES, Tally.NONE).left()).isEmpty();
    }

    @Test
    void aTargetIsMetByExactlyItsShareAndNoLess() {
        assertThat(THREE_NINES.isMetBy(new Tally(999, 1000))).isTrue();
        assertThat(THREE_NINES.isMetBy(new Tally(998, 1000))).isFalse();
        assertThat(new Target(99_999).isMetBy(new Tally(99_999_000_000L, 100_000_000_000L)))
                .isTrue();
    }

    @Test
    void aTargetIsReadAndWrittenInPercentExactly() {
        assertThat(Target.ofPercent(new BigDecimal("99.95"))).contains(new Target(99_950));
        assertThat(Target.ofPercent(new BigDecimal("99.950000"))).contains(new Target(99_950));
        assertThat(Target.ofPercent(new BigDecimal("5E+1"))).contains(new Target(50_000));
        assertThat(new Target(99_950)).hasToString("99.95 %");
        assertThat(new Target(90_000)).hasToString("90 %");
    }

    @Test
    void whatIsNoTargetIsRefused() {
        for (var percent : new String[] {"100", "99.9995", "49.999", "0", "-1", "1E+30", "99.99999999999999999999"}) {
            assertThat(Target.ofPercent(new BigDecimal(percent))).as(percent).isEmpty();
        }
        assertThatThrownBy(() -> new Target(100_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreGoodEventsThanThereWereIsABug() {
        assertThatThrownBy(() -> new Tally(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
