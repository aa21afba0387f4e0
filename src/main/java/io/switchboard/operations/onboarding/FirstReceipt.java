package io.switchboard.operations.onboarding;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.TenantId;
import java.util.Optional;

/** The usual fact: the step is taken once there is an {@code allowed} receipt of the action, by a person or by a service, from whichever surface. */
public record FirstReceipt(ReceiptedFacts facts, SetupStep step, ActionId action, String page, String invitation)
        implements SetupFact {

    @Override
    public Optional<Completion> in(TenantId tenant) {
        return facts.first(tenant, action);
    }
}
