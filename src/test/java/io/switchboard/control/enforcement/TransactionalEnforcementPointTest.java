package io.switchboard.control.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.policy.TestPolicy;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Subject;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.observability.FixedCorrelations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

class TransactionalEnforcementPointTest {

    private static final TenantId TENANT = TenantId.random();
    private static final ResourceRef TENANTS_SETTINGS = ResourceRef.of("Tenant", TENANT.value());

    private final DataSource database = TestDatabase.migrated("policy");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final FixedCorrelations correlations = new FixedCorrelations();
    private final RowReceipts receipts = new RowReceipts(jdbc);
    private final List<Object> events = new ArrayList<>();
    private final EnforcementPoint enforcement = enforcement();

    @BeforeEach
    void somethingToChange() {
        jdbc.sql("CREATE TABLE changed (name VARCHAR(20) PRIMARY KEY) ENGINE=InnoDB")
                .update();
    }

    @Test
    void commitsChangeDecisionReceiptAndEventOnceWhenAllowed() {
        var done = (Enforced.Done<String>) enforcement.perform(by(Role.PARTNER_ADMIN), () -> change("globex"));
        assertThat(done.value()).isEqualTo("globex");
        assertThat(changes()).containsExactly("globex");
        assertThat(receipts.outcomes()).containsExactly("allowed");
        assertThat(decisions()).containsExactly(true);
        assertThat(receipts.drafts.getFirst().facts()).containsEntry("rows", 1L);
        assertThat(receipts.drafts.getFirst().correlation()).isEqualTo(correlations.current());
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(((ActionReceipted) event).receipt())
                    .isEqualTo(done.receipt().id());
            assertThat(((ActionReceipted) event).subjects()).hasSize(1);
        });
    }

    @Test
    void leavesDecisionAndReceiptOfARefusalAndNeverAsksForTheChange() {
        var refused = enforcement.perform(by(Role.OPERATOR), () -> {
            throw new AssertionError("a refused change was asked for");
        });
        assertThat(refused).isInstanceOf(Enforced.Refused.class);
        assertThat(receipts.outcomes()).containsExactly("denied");
        assertThat(decisions()).containsExactly(false);
        var draft = receipts.drafts.getFirst();
        assertThat(draft.decision().orElseThrow().reasonCodes()).containsExactly("no-permit");
        assertThat(draft.subjects())
                .containsExactly(new Subject(
                        "Tenant",
                        TENANT.value(),
                        Sha256.of("{\"id\":\"" + TENANT.value() + "\",\"type\":\"Tenant\",\"version\":0}")));
    }

    @Test
    void keepsTheReceiptOfARefusalThoughTheCallersTransactionRollsBack() {
        new TransactionTemplate(transactions).executeWithoutResult(caller -> {
            change("lost");
            enforcement.perform(by(Role.OPERATOR), () -> change("never"));
            caller.setRollbackOnly();
        });
        assertThat(changes()).isEmpty();
        assertThat(receipts.outcomes()).containsExactly("denied");
        assertThat(decisions()).containsExactly(false);
    }

    @Test
    void rollsBackAChangeThatFailsAndLeavesAFailedReceipt() {
        var failed = (Enforced.Failed<String>) enforcement.<String>perform(by(Role.PARTNER_ADMIN), () -> {
            change("half");
            throw new ChangeFailure("stale", "The settings changed since you opened them.", Map.of("version", 3L));
        });
        assertThat(failed.failure().code()).isEqualTo("stale");
        assertThat(changes()).isEmpty();
        assertThat(receipts.outcomes()).containsExactly("failed");
        assertThat(decisions()).containsExactly(true);
        assertThat(receipts.drafts.getFirst().facts()).isEqualTo(Map.of("failure", "stale", "version", 3L));
        assertThat(events).hasSize(1);
    }

    @Test
    void leavesAFailedReceiptOfABugAndThrowsItOn() {
        assertThatIllegalStateException()
                .isThrownBy(() -> enforcement.perform(by(Role.PARTNER_ADMIN), () -> {
                    change("half");
                    throw new IllegalStateException("bug");
                }))
                .withMessage("bug");
        assertThat(changes()).isEmpty();
        assertThat(receipts.outcomes()).containsExactly("failed");
        assertThat(receipts.drafts.getFirst().facts()).isEqualTo(Map.of("failure", "internal-error"));
    }

    @Test
    void commitsAnAllowedActionWithItsCallersTransaction() {
        new TransactionTemplate(transactions).executeWithoutResult(caller -> {
            enforcement.perform(by(Role.PARTNER_ADMIN), () -> change("lost"));
            caller.setRollbackOnly();
        });
        assertThat(changes()).isEmpty();
        assertThat(receipts.outcomes()).isEmpty();
        assertThat(decisions()).isEmpty();
    }

    @Test
    void doomsTheCallersTransactionWhenAChangeFailsAndKeepsTheReceipt() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(caller -> enforcement.perform(by(Role.PARTNER_ADMIN), () -> {
                            change("half");
                            throw new ChangeFailure("stale", "It changed.");
                        })))
                .isInstanceOf(UnexpectedRollbackException.class);
        assertThat(changes()).isEmpty();
        assertThat(receipts.outcomes()).containsExactly("failed");
    }

    @Test
    void waitsForTheCallersRollbackBeforeItLeavesTheReceiptOfABug() {
        var afterwards = enforcement(event -> {
            if (((ActionReceipted) event).outcome() == Outcome.ALLOWED) {
                throw new IllegalStateException("a listener broke after the rows were written");
            }
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(
                                caller -> afterwards.perform(by(Role.PARTNER_ADMIN), () -> change("half"))));
        assertThat(changes()).isEmpty();
        assertThat(receipts.outcomes()).containsExactly("failed");
        assertThat(decisions()).containsExactly(true);
    }

    @Test
    void keepsOnlyDecisionAndReceiptOfASimulation() {
        var done = (Enforced.Done<String>) enforcement.simulate(by(Role.PARTNER_ADMIN), () -> change("rehearsed"));
        assertThat(done.value()).isEqualTo("rehearsed");
        assertThat(changes()).isEmpty();
        assertThat(receipts.outcomes()).containsExactly("simulated");
        assertThat(decisions()).containsExactly(true);
    }

    private Effect<String> change(String name) {
        jdbc.sql("INSERT INTO changed VALUES (?)").param(name).update();
        return Effect.of(name, new Subject("Tenant", TENANT.value(), Sha256.of(name)))
                .withFacts(Map.of("rows", 1L));
    }

    private List<String> changes() {
        return jdbc.sql("SELECT name FROM changed")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<Boolean> decisions() {
        return jdbc.sql("SELECT allowed FROM policy_decision")
                .query((row, n) -> row.getBoolean(1))
                .list();
    }

    private static GovernedAction by(Role role) {
        var caller = new Caller(TENANT, Actor.user(MemberId.random()), Set.of(role));
        return GovernedAction.of(caller, new ActionId("administration.configure-tenant"), TENANTS_SETTINGS);
    }

    private EnforcementPoint enforcement() {
        return enforcement(events::add);
    }

    private EnforcementPoint enforcement(ApplicationEventPublisher publisher) {
        var policy = TestPolicy.on(database, correlations);
        return new TransactionalEnforcementPoint(
                policy,
                new Ledger(policy, receipts, correlations, publisher),
                correlations,
                (_, _, _) -> {},
                UnaryOperator.identity(),
                transactions);
    }
}
