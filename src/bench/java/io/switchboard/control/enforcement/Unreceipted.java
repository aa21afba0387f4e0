package io.switchboard.control.enforcement;

import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.control.receipts.ReceiptDraft;
import io.switchboard.control.receipts.Receipts;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.identity.RolesNow;
import io.switchboard.platform.observability.Correlations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** The portal's enforcement with everything but the receipt: it decides, changes, records the decision and announces what was done. It lives here to reach it. */
public final class Unreceipted {

    private Unreceipted() {}

    public static EnforcementPoint in(ApplicationContext portal) {
        var policy = portal.getBean(PolicyDecisionPoint.class);
        var correlations = portal.getBean(Correlations.class);
        return new TransactionalEnforcementPoint(
                policy,
                new Ledger(policy, new NoReceipts(), correlations, portal),
                correlations,
                portal.getBean(ActionMeter.class),
                portal.getBean(RolesNow.class),
                portal.getBean(PlatformTransactionManager.class));
    }

    /** Answers what an event needs, and keeps nothing. */
    private static final class NoReceipts implements Receipts {

        @Override
        public Receipt append(ReceiptDraft draft) {
            var decision = draft.decision().map(ReceiptDraft.DecisionRef::id);
            return new Receipt(
                    draft.tenant(),
                    ReceiptId.of(decision.toString().getBytes(StandardCharsets.UTF_8)),
                    draft.actor(),
                    draft.action(),
                    draft.outcome(),
                    decision,
                    draft.correlation(),
                    draft.parent(),
                    Instant.EPOCH);
        }

        @Override
        public Optional<Receipt> find(TenantId tenant, ReceiptId id) {
            return Optional.empty();
        }
    }
}
