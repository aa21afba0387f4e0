package io.switchboard.operations.administration;

import static io.switchboard.operations.administration.AdministrationKit.caller;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptDetail;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.platform.signing.KeyState;
import io.switchboard.platform.signing.KeyUse;
import io.switchboard.platform.signing.ListedKey;
import io.switchboard.platform.signing.Overlap;
import io.switchboard.platform.signing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyOperationsTest {

    private static final Overlap DAY = new Overlap(Duration.ofDays(1));

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T10:00:00.5Z"));
    private final AdministrationKit kit = new AdministrationKit(clock);
    private final Caller grace = caller(kit.member("grace", Role.PARTNER_ADMIN));

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void theReceiptOfARotationIsSignedWithTheKeyItBrought() {
        String before = current().id();
        var done = (Enforced.Done<ListedKey>) kit.keys.rotate(grace, KeyUse.RECEIPT, DAY);
        assertThat(kit.newest().keyId()).isEqualTo(done.value().id()).isNotEqualTo(before);
        assertThat(kit.newest().signatureValid()).isTrue();
        assertThat(kit.payload())
                .contains("name=Key/" + done.value().id(), "name=Key/" + before)
                .contains("use=receipt", "keyFrom=2026-03-01T10:00:00Z", "beforeUntil=2026-03-02T10:00:00Z");
    }

    @Test
    void refusesWhoeverIsNotAnAdmin() {
        byte[] before = kit.control.signing().ring().keySetEnvelope();
        var otis = caller(kit.member("otis", Role.OPERATOR));
        assertThat(kit.keys.mayManage(otis)).isFalse();
        assertThat(kit.keys.rotate(otis, KeyUse.RECEIPT, DAY)).isInstanceOf(Enforced.Refused.class);
        assertThat(kit.keys.retire(otis, current().id())).get().isInstanceOf(Enforced.Refused.class);
        assertThat(kit.keys.rehearse(otis, DAY)).isInstanceOf(Enforced.Refused.class);
        assertThat(kit.newest().row().receipt().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(kit.control.signing().ring().keySetEnvelope()).isEqualTo(before);
    }

    @Test
    void saysWhyTheSigningKeyIsNotRetired() {
        var failed = (Enforced.Failed<ListedKey>)
                kit.keys.retire(grace, current().id()).orElseThrow();
        assertThat(failed.failure().code()).isEqualTo("key-signs");
        assertThat(kit.newest().row().receipt().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void retiresTheKeyBefore() {
        String before = current().id();
        kit.keys.rotate(grace, KeyUse.RECEIPT, DAY);
        clock.pass(Duration.ofHours(1));
        assertThat(kit.keys.retire(grace, before)).get().isInstanceOf(Enforced.Done.class);
        clock.pass(Duration.ofSeconds(1));
        assertThat(kit.keys.keys(kit.globex.id()))
                .filteredOn(key -> key.id().equals(before))
                .singleElement()
                .satisfies(key -> assertThat(key.state()).isEqualTo(KeyState.RETIRED));
        assertThat(kit.payload()).contains("key=" + before, "keyUntil=2026-03-01T11:00:01Z");
    }

    @Test
    void anotherTenantsKeyIsNotFoundAndLeavesNoReceipt() {
        var initech = kit.control.tenant("initech");
        kit.keys.rotate(grace, KeyUse.RECEIPT, DAY);
        var before = kit.newest().row().receipt().id();
        for (var key : kit.keys.keys(initech.id())) {
            assertThat(kit.keys.retire(grace, key.id())).isEmpty();
        }
        assertThat(kit.keys.retire(grace, "no\nkey")).isEmpty();
        assertThat(kit.newest().row().receipt().id()).isEqualTo(before);
    }

    @Test
    void rehearsesOnReceiptsOfEveryKeyAndChangesNothing() {
        for (int i = 0; i < 3; i++) {
            kit.keys.rotate(grace, KeyUse.RECEIPT, DAY);
            clock.pass(Duration.ofDays(10));
        }
        byte[] published = kit.control.signing().ring().keySetEnvelope();
        var keys = kit.keys.keys(kit.globex.id());
        var done = (Enforced.Done<Rehearsed>) kit.keys.rehearse(grace, DAY);
        assertThat(done.value().receipts()).isEqualTo(3);
        assertThat(done.value().keys()).isEqualTo(3);
        assertThat(done.value().checks()).hasSize(5);
        assertThat(done.receipt().outcome()).isEqualTo(Outcome.SIMULATED);
        assertThat(kit.payload()).contains("receipts=3", "keys=3", "beforeUntil=2026-04-01T10:00:00Z");
        assertThat(kit.control.signing().ring().keySetEnvelope()).isEqualTo(published);
        assertThat(kit.keys.keys(kit.globex.id())).isEqualTo(keys);
    }

    @Test
    void theRehearsalFindsAReceiptThatWouldNotVerify() {
        kit.keys.rotate(grace, KeyUse.RECEIPT, DAY);
        ReceiptDetail receipt = kit.newest();
        kit.control
                .jdbc()
                .sql("UPDATE receipt SET signature = REVERSE(signature) WHERE receipt_id = ?")
                .param(receipt.row().receipt().id().value())
                .update();
        var failed = (Enforced.Failed<Rehearsed>) kit.keys.rehearse(grace, DAY);
        assertThat(failed.failure().code()).isEqualTo("receipt-would-not-verify");
        assertThat(failed.failure().explanation())
                .contains(receipt.row().receipt().id().value());
    }

    private ListedKey current() {
        return kit.keys.keys(kit.globex.id()).stream()
                .filter(key -> key.use() == KeyUse.RECEIPT && key.state() == KeyState.CURRENT)
                .findFirst()
                .orElseThrow();
    }
}
