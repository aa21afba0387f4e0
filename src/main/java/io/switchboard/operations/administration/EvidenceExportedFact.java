package io.switchboard.operations.administration;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.onboarding.Completion;
import io.switchboard.operations.onboarding.ReceiptedFacts;
import io.switchboard.operations.onboarding.SetupFact;
import io.switchboard.operations.onboarding.SetupStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Evidence was exported when its receipt says so, by a person or by a service. */
@Component
class EvidenceExportedFact implements SetupFact {

    private final ReceiptedFacts facts;

    EvidenceExportedFact(ReceiptedFacts facts) {
        this.facts = facts;
    }

    @Override
    public SetupStep step() {
        return SetupStep.FIRST_EVIDENCE_EXPORT;
    }

    @Override
    public Optional<Completion> in(TenantId tenant) {
        return facts.first(tenant, EvidenceExports.EXPORT);
    }

    @Override
    public String page() {
        return "trust";
    }

    @Override
    public String invitation() {
        return "Export";
    }
}
