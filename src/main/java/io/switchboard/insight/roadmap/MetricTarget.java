package io.switchboard.insight.roadmap;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Which figure is to come from where to where, and until when. {@code figure} is a {@link Figures figure's} id; both values are in its unit. */
public record MetricTarget(String figure, BigDecimal baseline, BigDecimal target, LocalDate by) {

    /** Without the figure. */
    public String words() {
        return baseline.toPlainString() + " → " + target.toPlainString() + " by " + by;
    }
}
