package io.switchboard.control.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.observability.FixedCorrelations;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class DecisionsTest {

    private final javax.sql.DataSource database = TestDatabase.migrated("policy");
    private final Decisions decisions = TestPolicy.decisions(database);
    private final FixedCorrelations correlations = new FixedCorrelations();
    private final PolicyDecisionPoint policy = TestPolicy.on(database, correlations);

    @Test
    void keepsWhatADecisionFollowedFrom() {
        var decision = policy.decide(Requests.member("imports.commit", Role.OPERATOR));
        policy.record(decision);
        var kept = decisions.find(Requests.TENANT, decision.id()).orElseThrow();
        assertThat(kept.allowed()).isFalse();
        assertThat(kept.actor()).isEqualTo(decision.request().caller().actor());
        assertThat(kept.action()).isEqualTo(decision.request().action());
        assertThat(kept.resourceType() + "/" + kept.resourceId()).isEqualTo("Import/x-1");
        assertThat(kept.determiningPolicies()).isEqualTo(decision.determiningPolicies());
        assertThat(kept.reasons()).isEqualTo(decision.reasons());
        assertThat(kept.bundleDigest()).isEqualTo(decision.bundleDigest());
        assertThat(kept.correlation()).isEqualTo(correlations.current());
        assertThat(kept.decidedAt()).isEqualTo(decision.decidedAt().truncatedTo(ChronoUnit.MICROS));
        assertThat(kept.took()).isEqualTo(decision.took().truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void knowsNothingOfAnotherTenantsDecision() {
        var decision = policy.decide(Requests.member("imports.plan", Role.PARTNER_ADMIN));
        policy.record(decision);
        assertThat(decisions.find(TenantId.random(), decision.id())).isEmpty();
        assertThat(decisions.find(Requests.TENANT, decision.id())).isPresent();
    }
}
