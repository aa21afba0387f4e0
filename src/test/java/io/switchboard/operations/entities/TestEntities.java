package io.switchboard.operations.entities;

import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;

/** The module put together by hand, on a database. {@code hidden} are the types that nobody may read. */
final class TestEntities implements PolicyDecisionPoint {

    final Set<String> hidden = new HashSet<>();
    boolean closed;
    final DataSource database;
    private final JdbcClient jdbc;
    private final JdbcTransactionManager transactions;

    TestEntities(DataSource database) {
        this.database = database;
        jdbc = JdbcClient.create(database);
        transactions = new JdbcTransactionManager(database);
    }

    static Caller caller(TenantId tenant) {
        return new Caller(tenant, Actor.user(MemberId.random()), Set.of(Role.OPERATOR));
    }

    EntityAccess access() {
        return new EntityAccess(this);
    }

    Entities entities() {
        return new Entities(access(), new EntityRows(jdbc));
    }

    Graphs graphs(DataSize memory) {
        return new Graphs(new GraphRevisions(jdbc), new GraphLoader(database, transactions), memory);
    }

    DatabaseWalk databaseWalk() {
        return new DatabaseWalk(jdbc, new EntityRows(jdbc), transactions);
    }

    EntityGraph graph(DataSize memory) {
        return new EntityGraph(access(), graphs(memory), databaseWalk());
    }

    JdbcTransactionManager transactions() {
        return transactions;
    }

    @Override
    public Decision decide(PolicyRequest request) {
        boolean allowed = !closed
                && !hidden.contains(
                        String.valueOf(request.resource().attributes().get("type")));
        return new Decision(
                DecisionId.random(),
                request,
                allowed,
                Sha256.of("bundle " + hidden),
                List.of(),
                List.of(),
                Instant.EPOCH);
    }

    @Override
    public void record(Decision decision) {
        throw new IllegalStateException("reading leaves no record");
    }
}
