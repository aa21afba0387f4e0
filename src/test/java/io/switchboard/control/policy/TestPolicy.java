package io.switchboard.control.policy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchboard.platform.observability.Correlations;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portal's own policies for tests of other modules, with decisions on a migrated database. */
public final class TestPolicy {

    /** One for all tests of a JVM: it is ready only once. */
    private static final LoadedBundle LOADED = LoadedBundle.of(PolicyBundle.of(PolicyFiles.ofClasspath()));

    private static final Shadow NO_SHADOW = new Shadow(Duration.ofMillis(50), new SimpleMeterRegistry());

    private TestPolicy() {}

    public static PolicyDecisionPoint on(DataSource database, Correlations correlations) {
        return on(LOADED, database, correlations);
    }

    /** With a policy of a tenant beside them, {@code @id} and all. */
    public static PolicyDecisionPoint with(String policy, DataSource database, Correlations correlations) {
        var files = new HashMap<>(PolicyFiles.ofClasspath());
        files.put("tenant.cedar", policy);
        return on(LoadedBundle.of(PolicyBundle.of(files)), database, correlations);
    }

    private static PolicyDecisionPoint on(LoadedBundle loaded, DataSource database, Correlations correlations) {
        return new CedarDecisionPoint(
                () -> InForce.only(loaded), NO_SHADOW, decisions(database), correlations, Clock.systemUTC());
    }

    public static Decisions decisions(DataSource database) {
        return new Decisions(JdbcClient.create(database));
    }
}
