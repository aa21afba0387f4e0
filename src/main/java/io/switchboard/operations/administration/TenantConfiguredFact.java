package io.switchboard.operations.administration;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.onboarding.Completion;
import io.switchboard.operations.onboarding.ReceiptedFacts;
import io.switchboard.operations.onboarding.SetupFact;
import io.switchboard.operations.onboarding.SetupStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A tenant is configured once somebody has saved its settings, also where they kept what was there. */
@Component
class TenantConfiguredFact implements SetupFact {

    private final ReceiptedFacts facts;

    TenantConfiguredFact(ReceiptedFacts facts) {
        this.facts = facts;
    }

    @Override
    public SetupStep step() {
        return SetupStep.CONFIGURE_TENANT;
    }

    @Override
    public Optional<Completion> in(TenantId tenant) {
        return facts.first(tenant, TenantConfiguration.CONFIGURE);
    }

    @Override
    public String page() {
        return "settings";
    }

    @Override
    public String invitation() {
        return "Configure";
    }
}
