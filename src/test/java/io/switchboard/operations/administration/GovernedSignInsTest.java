package io.switchboard.operations.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptDetail;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Role;
import io.switchboard.platform.identity.RefusedSignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GovernedSignInsTest {

    private final AdministrationKit kit = new AdministrationKit();

    @AfterEach
    void close() {
        kit.close();
    }

    @ParameterizedTest
    @CsvSource({"NO_MEMBERSHIP, no-membership", "DEACTIVATED, deactivated"})
    void leavesADeniedReceiptOfWhoeverIsTurnedAwayWithoutTheirName(RefusedSignIn.Reason reason, String code) {
        kit.signIns.refused(kit.globex, new RefusedSignIn("mallory", reason));
        var left = kit.newest();
        assertThat(left.row().receipt().action().value()).isEqualTo("administration.refuse-login");
        assertThat(left.row().receipt().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(left.row().receipt().actor().type()).isEqualTo(Actor.Type.SYSTEM);
        assertThat(left.row().receipt().decision()).isPresent();
        assertThat(kit.payload()).contains("reason=" + code).doesNotContain("mallory");
        assertThat(left.disclosures())
                .extracting(ReceiptDetail.Disclosure::value)
                .containsExactly("mallory");
        assertThat(left.signatureValid()).isTrue();
    }

    @Test
    void announcesARefusalLikeEveryOtherReceipt() {
        kit.signIns.refused(kit.globex, new RefusedSignIn("mallory", RefusedSignIn.Reason.NO_MEMBERSHIP));
        assertThat(kit.control.events())
                .filteredOn(ActionReceipted.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(event.toString()).doesNotContain("mallory"));
    }

    @Test
    void letsAPartnerAdminBackInWithAReceipt() {
        assertThat(kit.signIns.mayRecover(kit.member("grace", Role.PARTNER_ADMIN)))
                .isTrue();
        assertThat(kit.newest().row().receipt().action().value()).isEqualTo("administration.use-recovery-login");
        assertThat(kit.newest().row().receipt().outcome()).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void letsNobodyElseBackInAndLeavesTheRefusal() {
        assertThat(kit.signIns.mayRecover(kit.member("otis", Role.OPERATOR))).isFalse();
        assertThat(kit.newest().row().receipt().outcome()).isEqualTo(Outcome.DENIED);
    }
}
