package io.switchboard.operations.delivery;

import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who attempts what: deliveries are claimed for a while, and their attempts are in the log before they are made. Whoever ends in between leaves claims that run out; the messages then go out again under the
 * same ids.
 */
@Component
class Claims {

    /** Longer than a turn and the carrier that ends it are patient. */
    static final Duration CLAIM = Duration.ofSeconds(90);

    private final LaneRows rows;
    private final AttemptRows attempts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Claims(LaneRows rows, AttemptRows attempts, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.attempts = attempts;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<Delivery> take(Lane lane, int most) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var claimed = rows.claim(lane, most, now, now.plus(CLAIM));
            attempts.begin(lane.tenant(), claimed, now);
            return claimed;
        }));
    }

    /** Those that were not attempted after all, for whoever comes next, as if nobody had claimed them. */
    void giveBack(TenantId tenant, List<Delivery> unattempted) {
        if (!unattempted.isEmpty()) {
            transaction.executeWithoutResult(_ -> {
                attempts.forget(tenant, unattempted);
                rows.giveBack(tenant, unattempted);
            });
        }
    }
}
