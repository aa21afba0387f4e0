package io.switchboard.operations.incidents;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.onboarding.Completion;
import io.switchboard.operations.onboarding.ReceiptedFacts;
import io.switchboard.operations.onboarding.SetupFact;
import io.switchboard.operations.onboarding.SetupStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An incident was handled when somebody said how it stands: bringing old ones by import handles none. */
@Component
class FirstIncidentFact implements SetupFact {

    private final ReceiptedFacts facts;

    FirstIncidentFact(ReceiptedFacts facts) {
        this.facts = facts;
    }

    @Override
    public SetupStep step() {
        return SetupStep.FIRST_INCIDENT;
    }

    @Override
    public Optional<Completion> in(TenantId tenant) {
        return facts.first(tenant, IncidentChanges.UPDATE);
    }

    @Override
    public String page() {
        return "incidents";
    }

    @Override
    public String invitation() {
        return "Go to incidents";
    }
}
