package io.switchboard.control.enforcement;

import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.identity.RolesNow;
import io.switchboard.platform.observability.Correlations;
import io.switchboard.platform.observability.LogContext;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The PEP on Spring's transactions. A caller's transaction is joined; a {@link ChangeFailure} then dooms all of it, so a governed action is best
 * the outermost thing that happens.
 *
 * <p>Whoever acts does so with the roles held at this moment. A page was shown, or a job begun, with those of before.
 */
@Service
class TransactionalEnforcementPoint implements EnforcementPoint {

    private final PolicyDecisionPoint policy;
    private final Ledger ledger;
    private final Correlations correlations;
    private final ActionMeter meter;
    private final UnaryOperator<Caller> rolesNow;
    private final TransactionTemplate joined;
    private final TransactionTemplate own;

    @Autowired
    TransactionalEnforcementPoint(
            PolicyDecisionPoint policy,
            Ledger ledger,
            Correlations correlations,
            ActionMeter meter,
            RolesNow rolesNow,
            PlatformTransactionManager transactions) {
        this(policy, ledger, correlations, meter, rolesNow::of, transactions);
    }

    TransactionalEnforcementPoint(
            PolicyDecisionPoint policy,
            Ledger ledger,
            Correlations correlations,
            ActionMeter meter,
            UnaryOperator<Caller> rolesNow,
            PlatformTransactionManager transactions) {
        this.rolesNow = rolesNow;
        this.policy = policy;
        this.ledger = ledger;
        this.correlations = correlations;
        this.meter = meter;
        this.joined = new TransactionTemplate(transactions);
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public <T> Enforced<T> perform(GovernedAction action, Supplier<Effect<T>> change) {
        var present = action.by(rolesNow);
        return enforce(
                present, decision -> joined.execute(status -> enter(present, decision, Outcome.ALLOWED, change.get())));
    }

    /** The rehearsal's own transaction is rolled back in any case: a rehearsal cannot change anything, even by mistake. */
    @Override
    public <T> Enforced<T> simulate(GovernedAction action, Supplier<Effect<T>> rehearsal) {
        var present = action.by(rolesNow);
        return enforce(present, decision -> {
            var effect = own.execute(status -> {
                status.setRollbackOnly();
                return rehearsal.get();
            });
            return own.execute(status -> enter(present, decision, Outcome.SIMULATED, effect));
        });
    }

    /** One correlation for the decision's row and the receipt, also where nothing is being traced. */
    private <T> Enforced<T> enforce(GovernedAction action, Function<Decision, Enforced<T>> allowed) {
        return correlations.call(correlations.current(), () -> {
            LogContext.tenant(action.request().caller().tenant());
            return measured(action, () -> {
                var decision = policy.decide(action.request());
                return decision.allowed()
                        ? attempt(action, decision, allowed)
                        : new Enforced.Refused<T>(decision, alone(action, decision, Outcome.DENIED, Map.of()));
            });
        });
    }

    private <T> Enforced<T> measured(GovernedAction action, Supplier<Enforced<T>> work) {
        long begin = System.nanoTime();
        try {
            return work.get();
        } finally {
            meter.took(
                    action.request().caller().tenant(),
                    action.request().action(),
                    Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private <T> Enforced<T> attempt(GovernedAction action, Decision decision, Function<Decision, Enforced<T>> allowed) {
        try {
            return allowed.apply(decision);
        } catch (ChangeFailure failure) {
            return new Enforced.Failed<>(failure, decision, alone(action, decision, Outcome.FAILED, Facts.of(failure)));
        } catch (RuntimeException | Error bug) {
            afterTheRollback(() -> leaveReceipt(action, decision, bug));
            throw bug;
        }
    }

    private <T> Enforced<T> enter(GovernedAction action, Decision decision, Outcome outcome, Effect<T> effect) {
        return new Enforced.Done<>(effect.value(), decision, ledger.enter(action, decision, outcome, effect));
    }

    /** A caller's transaction that is still open may hold the row locks that the receipt needs, so it goes first. */
    private static void afterTheRollback(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                work.run();
            }
        });
    }

    private Receipt alone(GovernedAction action, Decision decision, Outcome outcome, Map<String, Object> facts) {
        return own.execute(status -> ledger.enter(
                action, decision, outcome, Untouched.of(action.request().resource(), facts)));
    }

    /** The exception is the news: what goes wrong while leaving its receipt is added to it. */
    private void leaveReceipt(GovernedAction action, Decision decision, Throwable bug) {
        try {
            alone(action, decision, Outcome.FAILED, Facts.ofBug());
        } catch (RuntimeException e) {
            bug.addSuppressed(e);
        }
    }
}
