package io.switchboard.control.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.KeyUse;
import io.switchboard.platform.signing.Overlap;
import io.switchboard.platform.signing.SteppedClock;
import io.switchboard.platform.signing.TestKeyFiles;
import io.switchboard.verify.OfflineVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keys signed before and after they changed, read by the verifier that outsiders have. */
class RotatedKeysTest {

    private static final Overlap DAY = new Overlap(Duration.ofDays(1));

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T10:00:00.5Z"));
    private final ReceiptsKit kit = new ReceiptsKit(TestDatabase.migrated("signing", "receipts"), clock);
    private final TenantId tenant = TenantId.random();
    private final LogId log = LogId.random();

    @TempDir
    Path folder;

    @Test
    void oneBundleHoldsReceiptsOfRetiredBroughtAndCurrentKeysAndIsValid() throws IOException {
        kit.signing.ring().establish(tenant, log, "Globex");
        String first = append();
        kit.signing.lifecycle().rotate(tenant, KeyUse.RECEIPT, DAY, "Globex");
        String second = append();
        kit.signing.lifecycle().retire(tenant, first);
        kit.signing.lifecycle().bring(tenant, TestKeyFiles.newReceiptKey(), Overlap.LEAST);
        String third = append();
        clock.pass(Duration.ofDays(2));
        append();
        assertThat(first).isNotEqualTo(second).isNotEqualTo(third);
        assertThat(second).isNotEqualTo(third);
        var run = verified();
        assertThat(run.output()).contains("valid: included").contains("4 receipts");
        assertThat(run.exit()).isZero();
    }

    @Test
    void theLogGoesOnUnderItsNextKeyAndOnlyItsOwn() throws IOException {
        kit.signing.ring().establish(tenant, log, "Globex");
        append();
        kit.signing.lifecycle().rotate(tenant, KeyUse.LOG, Overlap.LEAST, "Globex");
        clock.pass(Duration.ofDays(2));
        append();
        var run = verified();
        assertThat(run.output()).contains("valid: included");
        assertThat(run.exit()).isZero();
    }

    /** Answers the key that signed. */
    private String append() throws IOException {
        var receipt = kit.receipts.append(ReceiptsKit.draft(tenant, "imports.commit", Outcome.ALLOWED));
        kit.sequencer.advance(tenant);
        clock.pass(Duration.ofMinutes(5));
        return kit.query.detail(tenant, receipt.id()).orElseThrow().keyId();
    }

    private OfflineVerifier verified() {
        return OfflineVerifier.run(
                folder,
                kit.bundle(tenant, log, clock.instant()),
                kit.signing.root().jwk());
    }
}
