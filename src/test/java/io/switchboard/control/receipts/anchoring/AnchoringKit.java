package io.switchboard.control.receipts.anchoring;

import io.switchboard.control.receipts.proofs.LogReader;
import io.switchboard.platform.signing.SigningKit;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Anchoring put together by hand, with an authority that a test may set later. */
public final class AnchoringKit {

    private AnchoringKit() {}

    public static Anchoring on(
            SigningKit signing, LogReader logs, Supplier<Optional<TestAuthority>> authority, Clock clock) {
        TimestampAuthority later = content -> authority
                .get()
                .map(set -> new Rfc3161Authority(
                                set.address(), new PinnedAuthorities(set.roots()), TestTimestamps.PATIENCE)
                        .stamp(content))
                .orElseThrow(() -> new AnchoringException("No authority is set."));
        return new Anchoring(Optional.of(later), new Anchors(signing.jdbc()), logs, clock, signing.transactions());
    }
}
