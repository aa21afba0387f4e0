package io.switchboard.control.policy;

import io.switchboard.platform.observability.Correlations;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the bundle at start; an invalid one stops it. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    PolicyDecisionPoint policyDecisionPoint(Decisions decisions, Correlations correlations, Clock clock) {
        return CedarDecisionPoint.of(PolicyBundle.of(PolicyFiles.ofClasspath()), decisions, correlations, clock);
    }
}
