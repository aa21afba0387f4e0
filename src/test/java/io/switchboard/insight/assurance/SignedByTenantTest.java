package io.switchboard.insight.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.receipts.ReceiptAudit;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.SignedReceipt;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.DsseEnvelope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignedByTenantTest {

    private static final Instant BEFORE = Receipted.NOW.minus(Duration.ofDays(1));

    private final Receipted log = new Receipted();
    private final TestKeys key = new TestKeys();
    private final ReceiptId start = ReceiptId.of(new byte[] {7});

    private Finding find(PublishedKey published, int most) {
        var keys = Optional.of(new PublishedKeys(3, Sha256.of("set"), List.of(published)));
        return new SignedByTenant(log, () -> keys, () -> start, most).check(log.tenant(0), Receipted.NOW);
    }

    private PublishedKey valid() {
        return key.published("receipt", log.log.value(), BEFORE, Optional.empty());
    }

    private void receipts(int count) {
        for (int i = 0; i < count; i++) {
            log.add(key.receipt(log, "receipt " + i));
        }
    }

    @Test
    void holdsWhereEverySignatureVerifies() {
        receipts(3);
        assertThat(find(valid(), 10).holds()).isTrue();
        assertThat(find(valid(), 10).words()).isEqualTo("3 of 3 receipts verify; these are all there are.");
    }

    @Test
    void isNotProvenByAnotherLogsKey() {
        receipts(1);
        assertThat(find(key.published("receipt", "log_other", BEFORE, Optional.empty()), 10)
                        .holds())
                .isFalse();
    }

    @Test
    void isNotProvenByAKeyThatMaySignDocumentsOnly() {
        receipts(1);
        assertThat(find(key.published("document", log.log.value(), BEFORE, Optional.empty()), 10)
                        .holds())
                .isFalse();
    }

    @Test
    void isNotProvenByAKeyThatHadEndedOrNotBegun() {
        receipts(1);
        assertThat(find(key.published("receipt", log.log.value(), BEFORE, Optional.of(Receipted.NOW)), 10)
                        .holds())
                .isFalse();
        assertThat(find(key.published("receipt", log.log.value(), Receipted.NOW.plusSeconds(1), Optional.empty()), 10)
                        .holds())
                .isFalse();
    }

    @Test
    void isNotProvenWhereAByteOfTheSignatureIsAnother() {
        receipts(1);
        var good = log.receipts.removeFirst();
        var signature = good.envelope().signature();
        signature[0] ^= 1;
        log.add(good);
        assertThat(find(valid(), 10).words()).startsWith("0 of 1 receipts verify");
    }

    @Test
    void isNotProvenWhereAReceiptIsKeptUnderAnothersName() {
        var good = key.receipt(log, "receipt");
        log.add(new SignedReceipt(
                start,
                new DsseEnvelope(
                        "text",
                        good.envelope().payload(),
                        key.x(),
                        good.envelope().signature()),
                good.log(),
                good.action(),
                good.outcome(),
                good.decision(),
                good.occurredAt(),
                good.subjects()));
        assertThat(find(valid(), 10).holds()).isFalse();
    }

    @Test
    void isNotProvenWhereTheRootHasNotSignedTheKeys() {
        receipts(1);
        var finding = new SignedByTenant(log, Optional::empty, () -> start, 10).check(log.tenant(0), Receipted.NOW);
        assertThat(finding.holds()).isFalse();
        assertThat(finding.words()).contains("not signed by the platform's root");
    }

    @Test
    void takesASampleOfManyAndSaysSo() {
        receipts(12);
        var finding = find(valid(), 5);
        assertThat(finding.holds()).isTrue();
        assertThat(finding.words()).isEqualTo("5 of 5 receipts verify: a random sample of 12 in all.");
        assertThat(finding.figures()).isEqualTo(Map.of("receipts", 12L, "checked", 5L, "verified", 5L));
    }

    @Test
    void goesRoundTheEndForASampleAndSeesNoneTwice() {
        receipts(12);
        var last = log.signed(log.tenant(0).id(), ReceiptFilter.ALL)
                .toList()
                .getLast()
                .id();
        var keys = Optional.of(new PublishedKeys(3, Sha256.of("set"), List.of(valid())));
        var check = new SignedByTenant(log, () -> keys, () -> last, 11);
        assertThat(check.check(log.tenant(0), Receipted.NOW).figures()).containsEntry("checked", 11L);
    }

    /** A million would not fit into memory. */
    @Test
    void readsNoMoreThanItsSampleAlsoWhereItGoesRoundTheEnd() {
        receipts(40);
        var read = new AtomicInteger();
        var keys = Optional.of(new PublishedKeys(3, Sha256.of("set"), List.of(valid())));
        var end = new ReceiptId("rcp_" + "z".repeat(26));
        var check = new SignedByTenant(new Paged(log, read), () -> keys, () -> end, 5);
        assertThat(check.check(log.tenant(0), Receipted.NOW).figures()).containsEntry("checked", 5L);
        assertThat(read).hasValue(5);
    }

    /** Reads page by page, as the table of receipts is read. */
    private record Paged(Receipted log, AtomicInteger read) implements ReceiptAudit {

        @Override
        public Stream<SignedReceipt> signed(TenantId tenant, ReceiptFilter filter) {
            return signedAfter(tenant, filter, "");
        }

        @Override
        public Stream<SignedReceipt> signedAfter(TenantId tenant, ReceiptFilter filter, String id) {
            var pages = log.signedAfter(tenant, filter, id)
                    .gather(Gatherers.windowFixed(10))
                    .toList();
            return pages.stream().flatMap(List::stream).peek(_ -> read.incrementAndGet());
        }

        @Override
        public long count(TenantId tenant, ReceiptFilter filter) {
            return log.count(tenant, filter);
        }
    }
}
