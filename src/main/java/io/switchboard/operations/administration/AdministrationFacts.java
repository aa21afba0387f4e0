package io.switchboard.operations.administration;

import io.switchboard.operations.onboarding.FirstReceipt;
import io.switchboard.operations.onboarding.ReceiptedFacts;
import io.switchboard.operations.onboarding.SetupFact;
import io.switchboard.operations.onboarding.SetupStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of the setup that administration knows by a receipt. A tenant is configured once somebody has saved its settings, also where they kept what was there. */
@Configuration(proxyBeanMethods = false)
class AdministrationFacts {

    @Bean
    SetupFact tenantConfigured(ReceiptedFacts facts) {
        return new FirstReceipt(
                facts, SetupStep.CONFIGURE_TENANT, TenantConfiguration.CONFIGURE, "settings", "Configure");
    }

    @Bean
    SetupFact evidenceExported(ReceiptedFacts facts) {
        return new FirstReceipt(facts, SetupStep.FIRST_EVIDENCE_EXPORT, EvidenceExports.EXPORT, "trust", "Export");
    }
}
