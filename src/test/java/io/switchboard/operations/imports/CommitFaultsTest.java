package io.switchboard.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.embedded.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class CommitFaultsTest {

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated("identity", "imports");
    }

    @Test
    void appliesNothingWhereTheConnectionIsLostInTheMiddle() {
        var jdbc = new JdbcTemplate(database);
        var tenant = new TestTenant(database, Clock.systemUTC(), event -> killOwnConnection(jdbc));
        var plan = tenant.planned("user_name,department\nmaria,Risk\njoe,Legal\n");
        assertThatThrownBy(() -> tenant.imports.commit(tenant.grace, plan.id(), Set.of()))
                .isInstanceOf(RuntimeException.class);
        assertThat(tenant.members()).isEmpty();
        assertThat(tenant.imports.find(tenant.grace, plan.id()).orElseThrow().status())
                .isEqualTo(ImportStatus.FAILED);
        assertThat(new TestTenant(database, Clock.systemUTC()).members()).isEmpty();
    }

    /** Asked for within the commit's transaction, so it is the transaction's own connection that goes. */
    private static void killOwnConnection(JdbcTemplate jdbc) {
        var own = jdbc.queryForObject("SELECT CONNECTION_ID()", Long.class);
        Thread.ofVirtual()
                .start(() -> JdbcClient.create(database)
                        .sql("KILL CONNECTION " + own)
                        .update());
        while (true) {
            jdbc.queryForObject("SELECT 1", Integer.class);
        }
    }

    @Test
    void letsTheSecondOfTwoPlansForTheSameRowsKnowThatItIsStale() throws Exception {
        var tenant = new TestTenant(database, Clock.systemUTC());
        tenant.imported("user_name,department\nmaria,Payments\n");
        var one = tenant.planned("user_name,department\nmaria,Risk\n");
        var other = tenant.planned("user_name,department\nmaria,Legal\n");
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = threads.invokeAll(List.of(commit(tenant, one, start), commit(tenant, other, start)));
            var done = 0;
            for (var each : ended) {
                done += each.get() instanceof Enforced.Done ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        var states = List.of(status(tenant, one), status(tenant, other));
        assertThat(states).containsExactlyInAnyOrder(ImportStatus.COMMITTED, ImportStatus.STALE);
    }

    private static Callable<Enforced<ImportPlan>> commit(TestTenant tenant, ImportPlan plan, CyclicBarrier start) {
        return () -> {
            start.await();
            return tenant.imports.commit(tenant.grace, plan.id(), Set.of()).orElseThrow();
        };
    }

    private static ImportStatus status(TestTenant tenant, ImportPlan plan) {
        return tenant.imports.find(tenant.grace, plan.id()).orElseThrow().status();
    }
}
