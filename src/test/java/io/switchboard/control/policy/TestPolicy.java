package io.switchboard.control.policy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchboard.platform.observability.Correlations;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portal's own policies for tests of other modules, with decisions on a migrated database. */
public final class TestPolicy {

    /** One for all tests of a JVM: it is ready only once. */
    private static final LoadedBundle LOADED = LoadedBundle.of(PolicyBundle.of(PolicyFiles.ofClasspath()));

    private static final Shadow NO_SHADOW = new Shadow(Duration.ofMillis(50), new SimpleMeterRegistry());

    private TestPolicy() {}

    public static PolicyDecisionPoint on(DataSource database, Correlations correlations) {
        return new CedarDecisionPoint(
                () -> InForce.only(LOADED), NO_SHADOW, decisions(database), correlations, Clock.systemUTC());
    }

    public static Decisions decisions(DataSource database) {
        return new Decisions(JdbcClient.create(database));
    }
}
