package io.switchboard.control.enforcement;

import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.control.receipts.ReceiptDraft;
import io.switchboard.control.receipts.Receipts;
import io.switchboard.platform.observability.Correlations;
import io.switchboard.platform.observability.LogContext;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What an action leaves, in the transaction at hand: the decision's row, the receipt, the event, a log line of ids. */
@Component
class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final PolicyDecisionPoint policy;
    private final Receipts receipts;
    private final Correlations correlations;
    private final ApplicationEventPublisher events;

    Ledger(PolicyDecisionPoint policy, Receipts receipts, Correlations correlations, ApplicationEventPublisher events) {
        this.policy = policy;
        this.receipts = receipts;
        this.correlations = correlations;
        this.events = events;
    }

    Receipt enter(GovernedAction action, Decision decision, Outcome outcome, Effect<?> effect) {
        policy.record(decision);
        var receipt = receipts.append(draft(action, decision, outcome, effect));
        events.publishEvent(new ActionReceipted(
                receipt.tenant(),
                receipt.id(),
                receipt.action(),
                receipt.outcome(),
                receipt.actor(),
                receipt.decision(),
                effect.subjects(),
                receipt.occurredAt()));
        log(receipt, decision);
        return receipt;
    }

    private ReceiptDraft draft(GovernedAction action, Decision decision, Outcome outcome, Effect<?> effect) {
        var request = action.request();
        return new ReceiptDraft(
                request.caller().tenant(),
                request.caller().actor(),
                request.action(),
                outcome,
                Optional.of(new ReceiptDraft.DecisionRef(
                        decision.id(),
                        decision.bundleDigest(),
                        decision.determiningPolicies(),
                        decision.reasonCodes())),
                correlations.current(),
                action.parent(),
                Optional.empty(),
                effect.approvedBy(),
                effect.subjects(),
                effect.facts(),
                effect.disclosures());
    }

    private static void log(Receipt receipt, Decision decision) {
        LogContext.tenant(receipt.tenant());
        LogContext.receipt(receipt.id());
        try (var _ = MDC.putCloseable("decisionId", decision.id().value())) {
            LOG.info(
                    "governed action {} {}", receipt.action(), receipt.outcome().wire());
        }
    }
}
