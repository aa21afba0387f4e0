package io.switchboard.control.receipts.sequencer;

import io.switchboard.kernel.TenantId;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** For what is handed out whole: what is committed by now is brought into the published tree first. */
@Service
public class Integration {

    private static final Logger LOG = LoggerFactory.getLogger(Integration.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofMillis(100);

    private final Sequencer sequencer;
    private final LogQueue queue;

    public Integration(Sequencer sequencer, LogQueue queue) {
        this.sequencer = sequencer;
        this.queue = queue;
    }

    /** Waits three seconds at most. What is still pending then stays so for whoever asked: a log that lags blocks nothing. */
    public void await(TenantId tenant) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            sequencer.advance(tenant);
            while (queue.hasNews(tenant) && System.nanoTime() < end) {
                LockSupport.parkNanos(STEP.toNanos());
                sequencer.advance(tenant);
            }
        } catch (IOException e) {
            LOG.warn("The log of {} lags, since its store is away: {}", tenant, e.toString());
        }
    }
}
