package io.switchboard.operations.runs;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.onboarding.Completion;
import io.switchboard.operations.onboarding.ReceiptedFacts;
import io.switchboard.operations.onboarding.SetupFact;
import io.switchboard.operations.onboarding.SetupStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A command was run when its receipt says so, alone or in a runbook. */
@Component
class FirstCommandFact implements SetupFact {

    private final ReceiptedFacts facts;

    FirstCommandFact(ReceiptedFacts facts) {
        this.facts = facts;
    }

    @Override
    public SetupStep step() {
        return SetupStep.FIRST_COMMAND;
    }

    @Override
    public Optional<Completion> in(TenantId tenant) {
        return facts.first(tenant, RunActions.COMMAND);
    }

    @Override
    public String page() {
        return "commands";
    }

    @Override
    public String invitation() {
        return "Run a command";
    }
}
