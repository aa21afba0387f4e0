package io.switchboard.control.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import io.switchboard.platform.observability.Correlations;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portal's own policies for tests of other modules, with decisions on a migrated database. */
public final class TestPolicy {

    private static final PolicyBundle BUNDLE = PolicyBundle.of(PolicyFiles.ofClasspath());

    /** One for all tests of a JVM: Cedar's native cache holds so many policy sets and no more, and an evaluator takes one for every action. */
    private static final CedarEvaluator EVALUATOR =
            new CedarEvaluator(new BasicAuthorizationEngine(), Slices.of(BUNDLE), new CedarRequests(BUNDLE.schema()));

    private TestPolicy() {}

    public static PolicyDecisionPoint on(DataSource database, Correlations correlations) {
        return new CedarDecisionPoint(BUNDLE, EVALUATOR, decisions(database), correlations, Clock.systemUTC());
    }

    public static Decisions decisions(DataSource database) {
        return new Decisions(JdbcClient.create(database));
    }
}
