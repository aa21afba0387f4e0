package io.switchboard.operations.runs;

import io.switchboard.control.approvals.ApprovalDesk;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.onboarding.Completion;
import io.switchboard.operations.onboarding.ReceiptedFacts;
import io.switchboard.operations.onboarding.SetupFact;
import io.switchboard.operations.onboarding.SetupStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An approver decided when the receipt says so, for whatever it was asked. */
@Component
class FirstApprovalFact implements SetupFact {

    private final ReceiptedFacts facts;

    FirstApprovalFact(ReceiptedFacts facts) {
        this.facts = facts;
    }

    @Override
    public SetupStep step() {
        return SetupStep.FIRST_APPROVAL;
    }

    @Override
    public Optional<Completion> in(TenantId tenant) {
        return facts.first(tenant, ApprovalDesk.DECIDE);
    }

    @Override
    public String page() {
        return "approvals";
    }

    @Override
    public String invitation() {
        return "See what waits";
    }
}
