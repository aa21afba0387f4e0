package io.switchboard.operations.incidents;

import io.switchboard.operations.onboarding.FirstReceipt;
import io.switchboard.operations.onboarding.ReceiptedFacts;
import io.switchboard.operations.onboarding.SetupFact;
import io.switchboard.operations.onboarding.SetupStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An incident was handled when somebody said how it stands: bringing old ones by import handles none. */
@Configuration(proxyBeanMethods = false)
class IncidentFacts {

    @Bean
    SetupFact firstIncident(ReceiptedFacts facts) {
        return new FirstReceipt(
                facts, SetupStep.FIRST_INCIDENT, IncidentChanges.UPDATE, "incidents", "Go to incidents");
    }
}
