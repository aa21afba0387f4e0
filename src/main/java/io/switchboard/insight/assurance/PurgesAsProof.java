package io.switchboard.insight.assurance;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.retention.RetentionActivity;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The latest purge that took something, and whether what it was to take is gone: it is looked for again now. */
@Component
class PurgesAsProof implements DeletionProof {

    private final RetentionActivity retention;
    private final Clock clock;

    PurgesAsProof(RetentionActivity retention, Clock clock) {
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public Optional<Purge> latest(TenantId tenant) {
        return retention.ended(tenant, Instant.EPOCH, clock.instant()).stream()
                .filter(purge -> purge.purged() > 0)
                .filter(purge ->
                        purge.manifest().isPresent() && purge.endReceipt().isPresent())
                .reduce((one, other) ->
                        one.endedAt().orElseThrow().isAfter(other.endedAt().orElseThrow()) ? one : other)
                .map(purge -> proof(tenant, purge));
    }

    private Purge proof(TenantId tenant, io.switchboard.operations.retention.Purge purge) {
        long left = retention.stillThere(tenant, purge);
        return new Purge(
                purge.endedAt().orElseThrow(),
                left == 0,
                "The purge " + purge.id() + " took " + purge.purged() + " records and destroyed " + purge.keys()
                        + " keys. Looked for again: "
                        + (left == 0
                                ? "none of what it was to take is left."
                                : left + " of what it was to take are there."),
                purge.manifest().orElseThrow(),
                purge.endReceipt().orElseThrow());
    }
}
