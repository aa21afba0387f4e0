package io.switchboard.platform.signing;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Readiness {@code keys}: the root key is read from the database each time, so this holds only while the database is reachable, has its tables,
 * and is still the one that the portal was started with.
 */
@Component("keys")
class KeysHealth extends AbstractHealthIndicator {

    private final TrustRoot root;

    KeysHealth(TrustRoot root) {
        super("the root key cannot be read");
        this.root = root;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(root.isStored() ? "UP" : "DOWN");
    }
}
