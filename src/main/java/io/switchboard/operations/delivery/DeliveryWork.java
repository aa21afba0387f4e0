package io.switchboard.operations.delivery;

import io.switchboard.kernel.CorrelationId;
import io.switchboard.operations.delivery.Afterwards.PutDown;
import io.switchboard.platform.observability.Correlations;
import io.switchboard.platform.scheduling.BackgroundJobs;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts a lane for each destination that something is due for, at once where it is put down here and at the next look otherwise, so that one slow receiver delays nobody else. A lane goes on until nothing is due there; its turns grow
 * while the receiver takes all of them in time, so that of one that is slow or fails, no more is claimed than is sent. */
@Component
class DeliveryWork {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWork.class);
    private static final int MOST_DESTINATIONS = 500;
    private static final int LANES = 4;
    private static final int LONGEST_TURN = 30; // a receipt has 64 facts, two for each

    private final LaneRows rows;
    private final Courier courier;
    private final BackgroundJobs jobs;
    private final Correlations correlations;
    private final Clock clock;
    private final Map<Lane, Integer> open = new ConcurrentHashMap<>();

    DeliveryWork(LaneRows rows, Courier courier, BackgroundJobs jobs, Correlations correlations, Clock clock) {
        this.rows = rows;
        this.courier = courier;
        this.jobs = jobs;
        this.correlations = correlations;
        this.clock = clock;
    }

    /** Without waiting for the next look; where this node ends instead, another one looks. */
    @EventListener
    void work(PutDown put) {
        start(put.lane());
    }

    void work() {
        rows.due(clock.instant(), MOST_DESTINATIONS).forEach(this::start);
    }

    /** Further lanes are opened by those whose turns have grown, and at each look while something is due there: a slow receiver may have four messages at once, and no more. */
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
                made = turn(lane, most);
                if (made == LONGEST_TURN) {
                    start(lane);
                }
                most = made < most ? 1 : Math.min(2 * most, LONGEST_TURN);
            } while (made > 0 && !jobs.isStopping());
        } catch (RuntimeException e) {
            LOG.error(
                    "Deliveries of {} to {} stopped; they go on when the claim runs out", lane.tenant(), lane.to(), e);
        } finally {
            leave(lane);
        }
    }

    /** Each is traced by itself: whoever put down the first of what is due did not ask for the rest. */
    private int turn(Lane lane, int most) {
        return correlations.call(CorrelationId.random(), () -> courier.turn(lane, most));
    }

    private void leave(Lane lane) {
        open.computeIfPresent(lane, (_, lanes) -> lanes > 1 ? lanes - 1 : null);
    }
}
