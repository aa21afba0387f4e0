package io.switchboard.operations.retention;

import io.switchboard.control.receipts.Purged;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A kind of records that a tenant keeps for a time. The module that keeps them implements it. */
public interface PurgeableRecords {

    /** Permanent: settings and manifests name it. Lower-case letters and hyphens, at most 32. */
    String kind();

    String title();

    /** What goes and what stays, in a sentence for whoever sets how long. */
    String what();

    /** For how many days they are kept unless the tenant says otherwise; empty for as long as the tenant keeps records. */
    Optional<Integer> defaultDays();

    /** What is there and was recorded before that. */
    DueRecords due(TenantId tenant, Instant before);

    /** Takes the oldest of them, about {@code most}, in the caller's transaction, and answers what that was; nothing once none is left. */
    List<PurgedRecord> purge(TenantId tenant, Instant before, int most, Purged purged);
}
