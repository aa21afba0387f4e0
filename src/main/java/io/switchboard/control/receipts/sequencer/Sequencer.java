package io.switchboard.control.receipts.sequencer;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.KeyRing;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One node's part in extending the logs. Can be cut off anywhere; whoever comes next goes on from what is there. */
@Component
public class Sequencer {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final int BATCH = 10_000;

    private final String owner = UUID.randomUUID().toString();
    private final Map<TenantId, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final LogQueue queue;
    private final LogHeads heads;
    private final Publishing publishing;
    private final KeyRing keys;
    private final LogSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sequencer(
            LogQueue queue,
            LogHeads heads,
            Publishing publishing,
            KeyRing keys,
            LogSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.queue = queue;
        this.heads = heads;
        this.publishing = publishing;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        // Business transactions enter the queue while it is read: no lock may keep them from it.
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** Numbers what waits and publishes it, if no other node is at it. A store that is away is an {@link IOException}; everything is kept for the next time. */
    public void advance(TenantId tenant) throws IOException {
        var lock = locks.computeIfAbsent(tenant, id -> new ReentrantLock());
        lock.lock(); // the lease tells nodes apart, not threads
        try {
            advanceAlone(tenant);
        } finally {
            lock.unlock();
        }
    }

    private void advanceAlone(TenantId tenant) throws IOException {
        if (heads.find(tenant).isEmpty()) {
            keys.log(tenant).ifPresent(log -> heads.open(tenant, log, settings.origin(log)));
        }
        if (heads.lease(tenant, owner, clock.instant())) {
            advanceLeased(tenant);
        }
    }

    private void advanceLeased(TenantId tenant) throws IOException {
        try {
            boolean more = true;
            while (more && heads.lease(tenant, owner, clock.instant())) {
                int numbered = number(tenant);
                var head = heads.find(tenant).orElseThrow();
                more = head.haltedBecause().isEmpty() && (publishing.publish(head, owner) || numbered >= BATCH);
            }
        } catch (LogHalted e) {
            LOG.error("The log of {} is halted: {}", tenant, e.seen());
            heads.halted(tenant, e.seen(), clock.instant());
        }
    }

    private int number(TenantId tenant) {
        Integer numbered = transaction.execute(status -> heads.locked(tenant, owner)
                .filter(head -> head.haltedBecause().isEmpty())
                .map(this::number)
                .orElse(0));
        return numbered == null ? 0 : numbered;
    }

    private int number(LogHead head) {
        int numbered = queue.number(head.tenant(), head.sequenced(), BATCH);
        if (numbered > 0) {
            heads.sequenced(head, numbered);
        }
        return numbered;
    }

    void release() {
        heads.release(owner);
    }
}
