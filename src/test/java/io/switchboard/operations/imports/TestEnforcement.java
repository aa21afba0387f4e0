package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides by a predicate, changes in a transaction, remembers what was asked. */
final class TestEnforcement implements EnforcementPoint {

    final List<GovernedAction> asked = new java.util.concurrent.CopyOnWriteArrayList<>();
    final List<Map<String, Object>> stated = new java.util.concurrent.CopyOnWriteArrayList<>();
    Predicate<GovernedAction> policy = action -> true;
    Consumer<ActionReceipted> listener = event -> {};

    private final TransactionTemplate transaction;

    TestEnforcement(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public <T> Enforced<T> perform(GovernedAction action, Supplier<Effect<T>> change) {
        asked.add(action);
        var decision = decide(action);
        if (!decision.allowed()) {
            return new Enforced.Refused<>(decision, receipt(action, decision, Outcome.DENIED));
        }
        try {
            return transaction.execute(status -> done(action, decision, change.get()));
        } catch (ChangeFailure e) {
            return new Enforced.Failed<>(e, decision, receipt(action, decision, Outcome.FAILED));
        }
    }

    private <T> Enforced<T> done(GovernedAction action, Decision decision, Effect<T> effect) {
        var receipt = receipt(action, decision, Outcome.ALLOWED);
        stated.add(effect.facts());
        listener.accept(new ActionReceipted(
                receipt.tenant(),
                receipt.id(),
                receipt.action(),
                receipt.outcome(),
                receipt.actor(),
                receipt.decision(),
                effect.subjects(),
                receipt.occurredAt()));
        return new Enforced.Done<>(effect.value(), decision, receipt);
    }

    Decision decide(GovernedAction action) {
        return new Decision(
                DecisionId.random(),
                action.request(),
                policy.test(action),
                Sha256.of("bundle"),
                List.of(),
                List.of(),
                Instant.EPOCH,
                java.time.Duration.ZERO);
    }

    @Override
    public <T> Enforced<T> simulate(GovernedAction action, Supplier<Effect<T>> rehearsal) {
        return perform(action, rehearsal);
    }

    private static Receipt receipt(GovernedAction action, Decision decision, Outcome outcome) {
        var caller = action.request().caller();
        return new Receipt(
                caller.tenant(),
                ReceiptId.of(decision.id().value().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                caller.actor(),
                action.request().action(),
                outcome,
                Optional.of(decision.id()),
                CorrelationId.random(),
                action.parent(),
                Instant.EPOCH);
    }
}
