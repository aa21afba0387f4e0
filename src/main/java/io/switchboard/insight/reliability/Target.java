package io.switchboard.insight.reliability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The share of good events that is aimed at, in hundred-thousandths: 99.9 % is 99,900. Below 100 %, since a budget of nothing is spent by the first failure. */
public record Target(int perHundredThousand) {

    static final int LEAST = 50_000;
    static final int MOST = 99_999;

    private static final int WHOLE = 100_000;
    private static final int DECIMALS = 3;

    public Target {
        if (perHundredThousand < LEAST || perHundredThousand > MOST) {
            throw new IllegalArgumentException("a target is from 50 to 99.999 percent");
        }
    }

    /** From percent; empty for what is no target. */
    public static Optional<Target> ofPercent(BigDecimal percent) {
        if (percent.stripTrailingZeros().scale() > DECIMALS) {
            return Optional.empty();
        }
        var scaled = percent.movePointRight(DECIMALS).setScale(0, RoundingMode.UNNECESSARY);
        return scaled.compareTo(BigDecimal.valueOf(LEAST)) < 0 || scaled.compareTo(BigDecimal.valueOf(MOST)) > 0
                ? Optional.empty()
                : Optional.of(new Target(scaled.intValueExact()));
    }

    /** {@code 99.9}, exactly. */
    public BigDecimal percent() {
        var plain = BigDecimal.valueOf(perHundredThousand, DECIMALS).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** The share of events that may be bad. */
    double allowed() {
        return (double) (WHOLE - perHundredThousand) / WHOLE;
    }

    /** Whether so many good ones reach it; counted in whole numbers. */
    public boolean isMetBy(Tally tally) {
        return Math.multiplyExact(tally.good(), WHOLE) >= Math.multiplyExact(tally.total(), perHundredThousand);
    }

    @Override
    public String toString() {
        return percent().toPlainString() + " %";
    }
}
