package io.switchboard.control.receipts.sequencer;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.scheduling.BackgroundJobs;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Once a second, every log with news is extended, each on a thread of its own: a store that is slow for one tenant delays nobody else. One that is away is asked
 * again after a pause that doubles up to half a minute.
 */
@Component
class SequencerLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SequencerLoop.class);
    private static final int LONGEST_PAUSE = 32;

    private final LogQueue queue;
    private final Sequencer sequencer;
    private final Map<TenantId, Pause> pauses = new ConcurrentHashMap<>();
    private final Map<TenantId, Boolean> underWay = new ConcurrentHashMap<>();
    private volatile boolean running;

    /** The queue could not be read the last time: said once, not every second. */
    private volatile boolean blind;

    private ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();

    SequencerLoop(LogQueue queue, Sequencer sequencer) {
        this.queue = queue;
        this.sequencer = sequencer;
    }

    /** Passes to leave out, and how many it will be the next time. */
    private record Pause(int left, int length) {

        Pause shorter() {
            return new Pause(left - 1, length);
        }

        Pause longer() {
            return new Pause(length, Math.min(2 * length, LONGEST_PAUSE));
        }
    }

    @Override
    public void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name("log-sequencer").unstarted(task));
        work = Executors.newVirtualThreadPerTaskExecutor();
        running = true;
        var _ = timer.scheduleWithFixedDelay(this::pass, 1, 1, TimeUnit.SECONDS);
    }

    private void pass() {
        try {
            queue.withNews().forEach(this::begin);
            blind = false;
        } catch (RuntimeException e) {
            if (!blind) {
                LOG.warn("The queue of the logs cannot be read, and is asked for until it can", e);
            }
            blind = true;
        }
    }

    private void begin(TenantId tenant) {
        var pause = pauses.computeIfPresent(tenant, (id, before) -> before.shorter());
        if ((pause == null || pause.left() <= 0) && underWay.putIfAbsent(tenant, true) == null) {
            work.execute(() -> advance(tenant));
        }
    }

    private void advance(TenantId tenant) {
        try {
            sequencer.advance(tenant);
            pauses.remove(tenant);
        } catch (IOException | RuntimeException e) {
            pauses.merge(tenant, new Pause(1, 2), (before, first) -> before.longer());
            LOG.warn(
                    "The log of {} could not be extended and is tried again; its receipts stay pending: {}",
                    tenant,
                    e.toString());
        } finally {
            underWay.remove(tenant);
        }
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdown();
        work.close();
        try {
            sequencer.release();
        } catch (RuntimeException e) {
            LOG.info("The leases of the logs were not given back and end by themselves: {}", e.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After whoever may still leave receipts. */
    @Override
    public int getPhase() {
        return BackgroundJobs.AFTER_THE_WEB_SERVER - 1;
    }
}
