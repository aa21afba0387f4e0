package io.switchboard.control.receipts.proofs;

import io.switchboard.kernel.LogId;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/** A tenant's log as the world sees it: {@code size} entries are under the published checkpoint, {@code anchored} of them under an anchored one, {@code pending} receipts under none. */
public record PublishedLog(
        TenantId tenant,
        LogId log,
        String origin,
        long size,
        long anchored,
        long pending,
        boolean isPublic,
        Optional<Instant> signedAt,
        Optional<String> haltedBecause) {}
