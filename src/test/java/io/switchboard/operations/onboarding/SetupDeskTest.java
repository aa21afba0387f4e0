package io.switchboard.operations.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.platform.identity.CurrentMember;
import org.junit.jupiter.api.Test;

class SetupDeskTest extends SignedInViewTest {

    @Test
    void leavesAReceiptWhereAStepOpensAgain() {
        var member = signedIn("initech", "ian");
        var receipts = bean(ReceiptQuery.class);
        var ian = bean(CurrentMember.class).callerIn(member.tenant()).orElseThrow();
        bean(SetupDesk.class).except(ian, SetupStep.FIRST_COMMAND, "For the receipt.");
        bean(SetupDesk.class).require(ian, SetupStep.FIRST_COMMAND);
        var proof = receipts.earliest(ian.tenant(), ReceiptFilter.allowed(SetupDesk.EXCEPT))
                .orElseThrow();
        bean(SetupDesk.class)
                .reopened(new SetupDesk.SetupFactGone(
                        ian.tenant(), SetupStep.FIRST_COMMAND, Completion.by(proof), "Its fact is gone."));
        assertThat(receipts.earliest(ian.tenant(), ReceiptFilter.allowed(SetupDesk.REOPEN)))
                .hasValueSatisfying(reopened -> assertThat(reopened.receipt().parent())
                        .contains(proof.receipt().id()));
    }
}
