package io.switchboard.control.receipts;

import io.switchboard.kernel.LogId;
import java.time.Instant;
import java.util.Optional;

/**
 * How a tenant's log stands. {@code size} entries are under the published {@code checkpoint} (a C2SP signed note, verified by {@code verifierKey}), {@code anchored}
 * of them under one that an authority has seen, {@code pending} receipts under none; {@code halted} says why nothing more is signed.
 */
public record LogStatus(
        LogId log,
        String origin,
        String verifierKey,
        Optional<String> checkpoint,
        long size,
        long anchored,
        long pending,
        boolean isPublic,
        Optional<String> halted,
        Anchoring anchoring,
        Optional<Check> check) {

    /** Who attested last, when, and what has kept the next attestation away since when. */
    public record Anchoring(
            boolean configured,
            Optional<String> authority,
            Optional<Instant> at,
            Optional<String> problem,
            Optional<Instant> since) {}

    /** The last recomputation of the whole log, and the first difference it found. */
    public record Check(Instant at, long entries, int checkpoints, Optional<String> difference) {}
}
