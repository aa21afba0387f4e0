package io.switchboard.operations.runs;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.scheduling.BackgroundJobs;
import java.time.Clock;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes runs on in the background: those that somebody has just said something about, and every second those that are due, on whichever node. */
@Component
class RunJobs {

    private static final Logger LOG = LoggerFactory.getLogger(RunJobs.class);
    private static final int AT_ONCE = 50;

    private final RunEngine engine;
    private final RunTurns turns;
    private final BackgroundJobs jobs;
    private final Clock clock;

    RunJobs(RunEngine engine, RunTurns turns, BackgroundJobs jobs, Clock clock) {
        this.engine = engine;
        this.turns = turns;
        this.jobs = jobs;
        this.clock = clock;
    }

    void advance(TenantId tenant, RunId id) {
        try {
            var _ = jobs.start("run", () -> {
                engine.advance(tenant, id);
                return id;
            });
        } catch (RejectedExecutionException e) {
            LOG.info("The portal is stopping; run {} goes on at the next start", id);
        }
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
    void due() {
        attempt(() -> turns.due(clock.instant(), AT_ONCE).forEach(due -> advance(due.tenant(), due.id())));
    }

    @Scheduled(fixedDelayString = "PT5S")
    void beat() {
        attempt(engine::beat);
    }

    /** A database that is away for a while is not worth a stack trace every second. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException e) {
            LOG.warn("Due runs could not be looked for, which is tried again: {}", e.getMessage());
        }
    }
}
