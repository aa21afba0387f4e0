package io.switchboard.control.policy;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Readiness {@code policies}: the bundle is loaded and not empty, so that decisions are more than denials of everything. */
@Component("policies")
class PoliciesHealth implements HealthIndicator {

    private final PolicyBundle bundle;

    PoliciesHealth(PolicyBundle bundle) {
        this.bundle = bundle;
    }

    @Override
    public Health health() {
        return (bundle.policies().isEmpty() ? Health.down() : Health.up()).build();
    }
}
