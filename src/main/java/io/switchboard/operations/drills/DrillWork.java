package io.switchboard.operations.drills;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs the drill that is due: a week after the last that passed, a day after one that did not. Without a drill server nothing is due. */
@Component
class DrillWork {

    private static final Logger LOG = LoggerFactory.getLogger(DrillWork.class);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration AGAIN = Duration.ofDays(1);

    private final DrDrills drills;
    private final DrillDesk desk;
    private final Clock clock;

    DrillWork(DrDrills drills, DrillDesk desk, Clock clock) {
        this.drills = drills;
        this.desk = desk;
        this.clock = clock;
    }

    void work() {
        if (desk.isPossible() && isDue()) {
            desk.platform().ifPresent(this::run);
        }
    }

    boolean isDue() {
        return desk.latest()
                .map(last -> last.startedAt()
                        .plus(
                                switch (last.state()) {
                                    case RUNNING, FAILED -> AGAIN;
                                    case PASSED -> WEEK;
                                })
                        .isBefore(clock.instant()))
                .orElse(true);
    }

    private void run(TenantId platform) {
        var ended = drills.run(Caller.system(platform, "drills"));
        if (!(ended instanceof Enforced.Done<Drill>)) {
            LOG.error("The disaster recovery drill did not pass: {}", ended);
        }
    }
}
