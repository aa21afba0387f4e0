package io.switchboard.control.receipts.anchoring;

import io.switchboard.platform.documents.SignatureTimestamps;
import java.time.Clock;
import java.time.Duration;

/** Timestamps for signatures, by a test authority that is believed. */
public final class TestTimestamps {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private TestTimestamps() {}

    public static SignatureTimestamps by(TestAuthority authority, Clock clock) {
        return new AttestedSignatures(
                new Rfc3161Authority(authority.address(), new PinnedAuthorities(authority.roots()), PATIENCE), clock);
    }
}
