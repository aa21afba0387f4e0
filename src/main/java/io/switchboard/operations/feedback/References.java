package io.switchboard.operations.feedback;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.policy.Decisions;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The decision and the receipt that a submission names have to be the tenant's own; another's are as if they were not there. */
@Component
class References {

    private final ReceiptQuery receipts;
    private final Decisions decisions;

    References(ReceiptQuery receipts, Decisions decisions) {
        this.receipts = receipts;
        this.decisions = decisions;
    }

    Optional<ReceiptId> receipt(TenantId tenant, NewFeedback said) {
        return said.attached(Attachment.RECEIPT).map(ReceiptId::new).filter(id -> exists(tenant, id));
    }

    Optional<ReceiptId> receipt(Submission submission) {
        return submission
                .attached(Attachment.RECEIPT)
                .map(ReceiptId::new)
                .filter(id -> exists(submission.tenant(), id));
    }

    void require(TenantId tenant, NewFeedback said) {
        if (said.attached(Attachment.RECEIPT).isPresent()
                && receipt(tenant, said).isEmpty()) {
            throw unknown("receipt");
        }
        said.attached(Attachment.DECISION).map(DecisionId::new).ifPresent(id -> {
            if (decisions.find(tenant, id).isEmpty()) {
                throw unknown("decision");
            }
        });
    }

    private boolean exists(TenantId tenant, ReceiptId id) {
        return receipts.states(tenant, List.of(id)).containsKey(id);
    }

    private static ChangeFailure unknown(String what) {
        return new ChangeFailure(
                "unknown-" + what,
                "The " + what + " that is attached is none of this tenant's. Leave it out, or correct its id.");
    }
}
