package io.switchboard.control.flags;

import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What this node knows about flags: looked up every second, and at once after a change made here. Where the store cannot be read, or has not been for ten seconds, what was known last
 * goes on being served, as stale.
 */
@Component
class KnownFlags {

    static final Duration OLD = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(KnownFlags.class);

    private final FlagStore store;
    private final Clock clock;
    private volatile Known known = new Known(Optional.empty(), Instant.EPOCH, false);

    KnownFlags(FlagStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    synchronized void refresh() {
        var before = known;
        try {
            known = new Known(Optional.of(read(before)), clock.instant(), false);
            if (before.away()) {
                LOG.info("The flag store can be read again");
            }
        } catch (DataAccessException | TransactionException e) {
            known = new Known(before.snapshot(), before.readAt(), true);
            if (!before.away()) {
                LOG.warn("The flag store cannot be read; the last known values are served: {}", e.getMessage());
            }
        }
    }

    private Snapshot read(Known before) {
        return before.snapshot()
                .filter(snapshot -> snapshot.revision() == store.revision())
                .orElseGet(store::load);
    }

    /** Empty as long as the store could never be read. */
    Optional<Snapshot> snapshot() {
        return known.snapshot();
    }

    /** When what is served was last known to be right; empty while that is now. */
    Optional<Instant> staleSince() {
        var now = known;
        boolean old = Duration.between(now.readAt(), clock.instant()).compareTo(OLD) > 0;
        return now.away() || old ? Optional.of(now.readAt()) : Optional.empty();
    }

    Optional<Evaluation> evaluate(FlagKey key, TenantId tenant) {
        boolean stale = staleSince().isPresent();
        return snapshot()
                .flatMap(flags -> flags.evaluate(key, tenant))
                .map(evaluation -> stale ? evaluation.stale() : evaluation);
    }

    /** Of all flags, by key. */
    List<Evaluation> evaluate(TenantId tenant) {
        return snapshot().map(flags -> flags.flags().keySet()).stream()
                .flatMap(keys -> keys.stream())
                .flatMap(key -> evaluate(key, tenant).stream())
                .toList();
    }

    private record Known(Optional<Snapshot> snapshot, Instant readAt, boolean away) {}
}
