package io.switchboard.control.policy;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.platform.observability.Correlations;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the bundle at start; an invalid one stops it. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    PolicyBundle policyBundle() {
        return PolicyBundle.of(PolicyFiles.ofClasspath());
    }

    @Bean
    PolicyDecisionPoint policyDecisionPoint(
            PolicyBundle bundle, Decisions decisions, Correlations correlations, Clock clock, MeterRegistry meters) {
        return new TimedDecisionPoint(CedarDecisionPoint.of(bundle, decisions, correlations, clock), meters);
    }
}
