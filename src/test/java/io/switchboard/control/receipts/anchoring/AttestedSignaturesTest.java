package io.switchboard.control.receipts.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.Sha256;
import io.switchboard.platform.signing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.Test;

class AttestedSignaturesTest {

    private static final byte[] SIGNATURE = {1, 2, 3};

    private final SteppedClock time = new SteppedClock(Instant.parse("2026-11-22T12:00:00Z"));

    @Test
    void aTokenIsOverTheSignatureAndNamesTheTime() throws Exception {
        try (var authority = new TestAuthority(time)) {
            var der = TestTimestamps.by(authority, time).token(SIGNATURE).orElseThrow();
            var info = new TimeStampToken(new CMSSignedData(der)).getTimeStampInfo();
            assertThat(info.getMessageImprintDigest())
                    .isEqualTo(Sha256.of(SIGNATURE).bytes());
            assertThat(info.getGenTime().toInstant()).isEqualTo(time.instant());
        }
    }

    @Test
    void anAuthorityThatIsAwayIsLeftAloneForAMinute() {
        var asked = new AtomicInteger();
        var signatures = new AttestedSignatures(
                _ -> {
                    asked.incrementAndGet();
                    throw new AnchoringException("The authority answered 503.");
                },
                time);
        for (int document = 0; document < 3; document++) {
            assertThat(signatures.token(SIGNATURE)).isEmpty();
        }
        assertThat(asked).hasValue(1);
        time.pass(Duration.ofSeconds(61));
        assertThat(signatures.token(SIGNATURE)).isEmpty();
        assertThat(asked).hasValue(2);
    }

    @Test
    void anAuthorityUnderNoPinnedRootAttestsNothing() {
        try (var stranger = new TestAuthority(time);
                var pinned = new TestAuthority(time)) {
            var signatures = new AttestedSignatures(
                    new Rfc3161Authority(
                            stranger.address(), new PinnedAuthorities(pinned.roots()), TestTimestamps.PATIENCE),
                    time);
            assertThat(signatures.token(SIGNATURE)).isEmpty();
        }
    }
}
