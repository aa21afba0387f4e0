package io.switchboard.operations.runs;

import io.switchboard.control.approvals.ApprovalDesk;
import io.switchboard.operations.onboarding.FirstReceipt;
import io.switchboard.operations.onboarding.ReceiptedFacts;
import io.switchboard.operations.onboarding.SetupFact;
import io.switchboard.operations.onboarding.SetupStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of the setup that are taken with runs: a command, alone or in a runbook, and an approval, of whatever it was asked for. */
@Configuration(proxyBeanMethods = false)
class RunFacts {

    @Bean
    SetupFact firstCommand(ReceiptedFacts facts) {
        return new FirstReceipt(facts, SetupStep.FIRST_COMMAND, RunActions.COMMAND, "commands", "Run a command");
    }

    @Bean
    SetupFact firstApproval(ReceiptedFacts facts) {
        return new FirstReceipt(facts, SetupStep.FIRST_APPROVAL, ApprovalDesk.DECIDE, "approvals", "See what waits");
    }
}
