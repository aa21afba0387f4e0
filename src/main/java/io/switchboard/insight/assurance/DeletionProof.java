package io.switchboard.insight.assurance;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/** Where the posture pack learns what was deleted for good. Whoever purges implements it; as long as nobody does, provable deletion is not proven. */
public interface DeletionProof {

    /** The tenant's latest purge; empty where there was none. */
    Optional<Purge> latest(TenantId tenant);

    /** {@code absent}: everything the signed manifest names was looked for again and is gone. {@code words} say how much that was. */
    record Purge(Instant at, boolean absent, String words, Sha256 manifest, ReceiptId receipt) {}
}
