package io.switchboard.control.policy;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import java.time.Instant;
import java.util.Optional;

/** A version of the policies. {@code statement}: the bytes of a DSSE envelope; empty for a release's own files before the platform had its keys. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PolicyVersion(
        int number,
        Sha256 digest,
        boolean ofRelease,
        BundleFiles files,
        String title,
        String why,
        Optional<Integer> basedOn,
        Actor author,
        Instant proposedAt,
        Optional<Instant> activatedAt,
        Optional<Instant> withdrawnAt,
        Optional<Instant> signedAt,
        Optional<byte[]> statement,
        Optional<ReceiptId> proposed,
        Optional<ReceiptId> activated,
        VersionState state) {

    /** Whether it may be active some day. */
    public boolean isUsable() {
        return state != VersionState.WITHDRAWN;
    }
}
