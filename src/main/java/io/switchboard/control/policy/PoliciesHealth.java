package io.switchboard.control.policy;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Readiness {@code policies}: the bundle is loaded and not empty, so that decisions are more than denials of everything. */
@Component("policies")
class PoliciesHealth implements HealthIndicator {

    private final PoliciesInForce policies;

    PoliciesHealth(PoliciesInForce policies) {
        this.policies = policies;
    }

    @Override
    public Health health() {
        var inForce = policies.get();
        return inForce.active()
                .filter(loaded -> !loaded.bundle().policies().isEmpty())
                .map(_ -> Health.up())
                .orElseGet(() ->
                        Health.down().withDetail("problem", inForce.problem().orElse("The bundle is empty.")))
                .build();
    }
}
