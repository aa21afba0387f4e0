package io.switchboard.control.receipts.anchoring;

import io.switchboard.control.receipts.log.Checkpoint;
import io.switchboard.control.receipts.proofs.LogReader;
import io.switchboard.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Has the newest checkpoints attested. What fails is tried again after a pause that grows from one minute to an hour; nothing waits for it. */
public final class Anchoring {

    private static final Logger LOG = LoggerFactory.getLogger(Anchoring.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 50;
    private static final int DOUBLINGS = 6;

    private final Optional<TimestampAuthority> authority;
    private final Anchors anchors;
    private final LogReader logs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Anchoring(
            Optional<TimestampAuthority> authority,
            Anchors anchors,
            LogReader logs,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.authority = authority;
        this.anchors = anchors;
        this.logs = logs;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public AnchoringState state(TenantId tenant) {
        return new AnchoringState(authority.isPresent(), anchors.newest(tenant), anchors.trouble(tenant));
    }

    /** Soon, in the background. */
    public void request(TenantId tenant) {
        anchors.due(tenant, clock.instant());
    }

    /** At once, if there is anything to attest; what fails is tried again in the background. */
    public void attempt(TenantId tenant) {
        boolean behind =
                logs.log(tenant).filter(log -> log.size() > log.anchored()).isPresent();
        if (authority.isPresent() && behind) {
            anchors.due(tenant, clock.instant());
            attempt(tenant, authority.get());
        }
    }

    /** Whatever is due; one node at a time. */
    void work() {
        if (authority.isPresent()) {
            anchors.schedule(clock.instant());
            anchors.due(clock.instant(), AT_ONCE).forEach(tenant -> attempt(tenant, authority.get()));
        }
    }

    private void attempt(TenantId tenant, TimestampAuthority stamping) {
        try {
            logs.snapshot(tenant).ifPresent(log -> anchor(tenant, log.note(), stamping));
        } catch (AnchoringException | LogReader.StoreAway e) {
            int attempts = anchors.failed(tenant, String.valueOf(e.getMessage()), clock.instant());
            anchors.again(tenant, clock.instant().plus(pause(attempts)));
            LOG.warn("The log of {} could not be anchored, attempt {}: {}", tenant, attempts, e.getMessage());
        }
    }

    private void anchor(TenantId tenant, String note, TimestampAuthority stamping) {
        var timestamp = stamping.stamp(note.getBytes(StandardCharsets.UTF_8));
        long size = Checkpoint.ofNote(note).orElseThrow().size();
        transaction.executeWithoutResult(status -> {
            anchors.add(tenant, size, timestamp);
            anchors.done(tenant, clock.instant().plus(EVERY));
        });
    }

    private static Duration pause(int attempts) {
        var pause = Duration.ofMinutes(1L << Math.min(attempts - 1, DOUBLINGS));
        return pause.compareTo(EVERY) > 0 ? EVERY : pause;
    }
}
