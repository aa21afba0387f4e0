package io.switchboard.platform.scheduling;

import io.switchboard.platform.observability.Correlations;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Work that goes on after its request has been answered, under the correlation of who asked. A shutdown lets it end, as long as the phase may
 * take ({@code spring.lifecycle.timeout-per-shutdown-phase}), before the database goes; new work is refused by then.
 */
@Component
public final class BackgroundJobs implements SmartLifecycle {

    /** The web server drains and stops first (its phases are up to 2048 below the default), so that nobody asks for more. */
    public static final int AFTER_THE_WEB_SERVER = DEFAULT_PHASE - 4096;

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundJobs.class);

    private final Correlations correlations;
    private final Phaser jobs = new Phaser(1);
    private volatile boolean running;
    private volatile boolean stopping;

    public BackgroundJobs(Correlations correlations) {
        this.correlations = correlations;
    }

    /** Starts at once on a thread of its own; what the work throws is the future's. */
    public <T> CompletableFuture<T> start(String name, Supplier<T> work) {
        if (stopping || jobs.register() < 0) {
            throw new RejectedExecutionException(
                    "The portal is stopping and takes no new work; ask again in a moment.");
        }
        var correlation = correlations.current();
        var result = new CompletableFuture<T>();
        Thread.ofVirtual().name(name).start(() -> {
            try {
                correlations.run(correlation, () -> settle(name, result, work));
            } finally {
                jobs.arriveAndDeregister();
            }
        });
        return result;
    }

    private static <T> void settle(String name, CompletableFuture<T> result, Supplier<T> work) {
        try {
            result.complete(work.get());
        } catch (RuntimeException | Error e) {
            LOG.error("The background job {} ended with a bug", name, e);
            result.completeExceptionally(e);
        }
    }

    /** Whoever works in rounds ends with this one. */
    public boolean isStopping() {
        return stopping;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stopping = true;
        running = false;
        jobs.arriveAndDeregister();
        while (!jobs.isTerminated()) {
            jobs.awaitAdvance(jobs.getPhase());
        }
    }

    /** On a thread of its own, so that the phase's time limit holds. */
    @Override
    public void stop(Runnable done) {
        Thread.ofVirtual().name("drain").start(() -> {
            stop();
            done.run();
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_WEB_SERVER;
    }
}
