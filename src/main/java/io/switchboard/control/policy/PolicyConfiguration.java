package io.switchboard.control.policy;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.platform.observability.Correlations;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Records the release's own policies at start (invalid ones stop it) and loads those that are active. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    private static final Duration SHADOW_PATIENCE = Duration.ofMillis(50);

    @Bean
    PoliciesInForce policiesInForce(
            PolicyVersions versions,
            LoadedBundles bundles,
            BundleStatements statements,
            Clock clock,
            PlatformTransactionManager transactions) {
        var own = BundleFiles.of(PolicyFiles.ofClasspath());
        bundles.of(own);
        new Release(versions, clock, transactions).record(own);
        var inForce = new PoliciesInForce(versions, bundles, statements, own.digest());
        inForce.refresh();
        return inForce;
    }

    @Bean
    Shadow policyShadow(MeterRegistry meters) {
        return new Shadow(SHADOW_PATIENCE, meters);
    }

    @Bean
    PolicyDecisionPoint policyDecisionPoint(
            PoliciesInForce policies,
            Shadow shadow,
            Decisions decisions,
            Correlations correlations,
            Clock clock,
            MeterRegistry meters) {
        return new TimedDecisionPoint(new CedarDecisionPoint(policies, shadow, decisions, correlations, clock), meters);
    }
}
