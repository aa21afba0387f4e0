package io.switchboard.operations.delivery;

import io.switchboard.operations.delivery.DeliveryRows.Lane;
import io.switchboard.platform.scheduling.BackgroundJobs;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks for what is due and starts a lane for each destination, so that one slow receiver delays nobody else. A lane goes on until nothing is due there; its turns grow
 * while the receiver takes all of them in time, so that of one that is slow or fails, no more is claimed than is sent. */
@Component
class DeliveryWork {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWork.class);
    private static final int MOST_DESTINATIONS = 500;
    private static final int LANES = 4;
    private static final int LONGEST_TURN = 30; // a receipt has 64 facts, two for each

    private final DeliveryRows rows;
    private final Courier courier;
    private final BackgroundJobs jobs;
    private final Clock clock;
    private final Map<Lane, Integer> open = new ConcurrentHashMap<>();

    DeliveryWork(DeliveryRows rows, Courier courier, BackgroundJobs jobs, Clock clock) {
        this.rows = rows;
        this.courier = courier;
        this.jobs = jobs;
        this.clock = clock;
    }

    void work() {
        rows.due(clock.instant(), MOST_DESTINATIONS).forEach(this::start);
    }

    /** Further lanes are opened at each look while something is due there: a slow receiver may have four messages at once, and no more. */
    private void start(Lane lane) {
        if (open.merge(lane, 1, Integer::sum) > LANES) {
            leave(lane);
            return;
        }
        try {
            var _ = jobs.start("delivery", () -> {
                run(lane);
                return lane;
            });
        } catch (RejectedExecutionException e) {
            leave(lane); // another node goes on, or this one when it is back
        }
    }

    private void run(Lane lane) {
        try {
            int most = 1;
            int made;
            do {
                made = courier.turn(lane, most);
                most = made < most ? 1 : Math.min(2 * most, LONGEST_TURN);
            } while (made > 0);
        } catch (RuntimeException e) {
            LOG.error(
                    "Deliveries of {} to {} stopped; they go on when the claim runs out", lane.tenant(), lane.to(), e);
        } finally {
            leave(lane);
        }
    }

    private void leave(Lane lane) {
        open.computeIfPresent(lane, (_, lanes) -> lanes > 1 ? lanes - 1 : null);
    }
}
