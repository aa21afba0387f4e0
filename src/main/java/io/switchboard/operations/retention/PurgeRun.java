package io.switchboard.operations.retention;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.receipts.Purged;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.PurgeId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.KeyUse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through a purge that was decided. A batch takes records and notes them in one transaction, under the lock of the purge's row: whoever is killed leaves whole batches, and two nodes at the same
 * purge take turns. A kind that cannot be gone through is noted and left; the others go on.
 */
@Component
class PurgeRun {

    static final ActionId COMPLETE = new ActionId("retention.complete-purge");

    /** What one manifest lists, give or take a record that has two parts. What is more goes with the next purge. */
    static final int MOST = 10_000;

    static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(PurgeRun.class);
    private static final int TRIES = 3;

    private final EnforcementPoint enforcement;
    private final RetentionRows policies;
    private final PurgeRows rows;
    private final List<PurgeableRecords> kinds;
    private final KeyRing keys;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PurgeRun(
            EnforcementPoint enforcement,
            RetentionRows policies,
            PurgeRows rows,
            List<PurgeableRecords> kinds,
            KeyRing keys,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.enforcement = enforcement;
        this.policies = policies;
        this.rows = rows;
        this.kinds = kinds;
        this.keys = keys;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** To its end; at once where it has ended. */
    void finish(TenantId tenant, PurgeId id) {
        rows.find(tenant, id)
                .filter(purge -> purge.state() == PurgeState.RUNNING)
                .ifPresent(purge -> {
                    purge.kinds().stream()
                            .filter(kind -> kind.problem().isEmpty())
                            .forEach(kind -> take(tenant, id, kind));
                    close(tenant, id);
                });
    }

    private void take(TenantId tenant, PurgeId id, Purge.Kind kind) {
        try {
            while (batch(tenant, id, kind)) {}
        } catch (RuntimeException e) {
            LOG.error("The purge {} of {} cannot go on with its {}", id, tenant, kind.kind(), e);
            rows.failed(tenant, id, kind.kind(), "internal-error");
        }
    }

    /** Whether there may be more. A lock that another took first is tried again. */
    private boolean batch(TenantId tenant, PurgeId id, Purge.Kind kind) {
        for (int tried = 1; ; tried++) {
            try {
                return transaction.execute(_ -> taken(tenant, id, kind)) > 0;
            } catch (TransientDataAccessException e) {
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** The policy's row is locked as well, so that no record goes once a hold was placed. */
    private int taken(TenantId tenant, PurgeId id, Purge.Kind kind) {
        if (policies.locked(tenant).hold().isPresent() || !rows.lockRunning(tenant, id)) {
            return 0;
        }
        int before = rows.recorded(tenant, id);
        var gone = before < MOST ? gone(tenant, id, kind, Math.min(BATCH, MOST - before)) : List.<PurgedRecord>of();
        if (!gone.isEmpty()) {
            rows.record(tenant, id, kind.kind(), before, gone);
        }
        return gone.size();
    }

    private List<PurgedRecord> gone(TenantId tenant, PurgeId id, Purge.Kind kind, int most) {
        return records(kind.kind()).purge(tenant, kind.before(), most, new Purged(id, now()));
    }

    private PurgeableRecords records(String kind) {
        return kinds.stream()
                .filter(records -> records.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No module keeps records of the kind " + kind));
    }

    /** Manifest and receipt are of one transaction, which whoever comes second finds done. */
    private void close(TenantId tenant, PurgeId id) {
        transaction.executeWithoutResult(_ -> {
            boolean held = policies.locked(tenant).hold().isPresent();
            if (rows.lockRunning(tenant, id)) {
                var begun = rows.find(tenant, id).orElseThrow();
                begun.kinds().forEach(kind -> rows.left(tenant, id, kind.kind(), left(tenant, kind)));
                close(tenant, rows.find(tenant, id).orElseThrow(), held);
            }
        });
    }

    private long left(TenantId tenant, Purge.Kind kind) {
        try {
            return records(kind.kind()).due(tenant, kind.before()).number();
        } catch (RuntimeException e) {
            LOG.error("What is left of the {} of {} cannot be counted", kind.kind(), tenant, e);
            return Math.max(0, kind.due() - kind.purged());
        }
    }

    private void close(TenantId tenant, Purge purge, boolean held) {
        var system = Caller.system(tenant, "retention");
        var action = Purges.action(system, COMPLETE, purge.id());
        var ended = enforcement.perform(purge.receipt().map(action::withParent).orElse(action), () -> {
            var at = now();
            var state = state(purge, held);
            var manifest = manifest(tenant, ended(purge, state, at));
            rows.end(tenant, purge.id(), state, at, manifest);
            return Effect.of(
                            purge,
                            Subject.atVersion(Purges.RESOURCE, purge.id().value(), 1),
                            new Subject("Document", purge.fileName(), Sha256.of(manifest)))
                    .withFacts(facts(purge, state, Sha256.of(manifest)));
        });
        if (!(ended instanceof Enforced.Done<Purge>)) {
            throw new IllegalStateException("Policy does not let the portal end the purge " + purge.id()
                    + ", so it stays open: permit System the action " + COMPLETE + ".");
        }
    }

    private static PurgeState state(Purge purge, boolean held) {
        if (purge.kinds().stream().anyMatch(kind -> kind.problem().isPresent())) {
            return PurgeState.FAILED;
        }
        if (purge.left() == 0) {
            return PurgeState.COMPLETE;
        }
        return held ? PurgeState.HELD : PurgeState.LIMIT;
    }

    private byte[] manifest(TenantId tenant, Purge purge) {
        var payload = PurgeManifest.of(
                keys.log(tenant).orElseThrow(),
                purge,
                purge.endedAt().orElseThrow(),
                kind -> rows.records(tenant, purge.id(), kind.kind(), Integer.MAX_VALUE));
        return keys.sign(tenant, KeyUse.RECEIPT, PurgeManifest.PAYLOAD_TYPE, payload)
                .bytes();
    }

    private static Purge ended(Purge purge, PurgeState state, Instant at) {
        return new Purge(
                purge.id(),
                state,
                purge.asOf(),
                purge.policyVersion(),
                purge.startedAt(),
                Optional.of(at),
                purge.by(),
                purge.kinds(),
                purge.manifest(),
                purge.receipt(),
                purge.endReceipt());
    }

    private static Map<String, Object> facts(Purge purge, PurgeState state, Sha256 manifest) {
        var facts = new HashMap<String, Object>(Map.of(
                "ended", state.wire(),
                "purged", purge.purged(),
                "keysDestroyed", purge.keys(),
                "left", purge.left(),
                "manifest", manifest.hex()));
        purge.kinds().forEach(kind -> facts.put(kind.kind() + ".purged", kind.purged()));
        return facts;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
