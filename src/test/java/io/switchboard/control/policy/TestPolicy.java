package io.switchboard.control.policy;

import io.switchboard.platform.observability.Correlations;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portal's own policies for tests of other modules, with decisions on a migrated database. */
public final class TestPolicy {

    private TestPolicy() {}

    public static PolicyDecisionPoint on(DataSource database, Correlations correlations) {
        return CedarDecisionPoint.of(
                PolicyBundle.of(PolicyFiles.ofClasspath()), decisions(database), correlations, Clock.systemUTC());
    }

    public static Decisions decisions(DataSource database) {
        return new Decisions(JdbcClient.create(database));
    }
}
