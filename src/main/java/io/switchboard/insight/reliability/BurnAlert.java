package io.switchboard.insight.reliability;

import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.util.Optional;

/** An alert from when it fired until it was resolved, each with its receipt. The burn rates are those at which it fired. */
public record BurnAlert(
        Indicator indicator,
        BurnRule rule,
        Target target,
        double over,
        double lately,
        Instant firedAt,
        Optional<ReceiptId> fired,
        Optional<Instant> resolvedAt,
        Optional<ReceiptId> resolved) {

    public boolean isFiring() {
        return resolvedAt.isEmpty();
    }
}
