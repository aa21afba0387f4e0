package io.switchboard.operations.onboarding;

import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ReceiptRow;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.TenantId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Facts that are receipts: what was done is what an {@code allowed} receipt says was done, from whichever surface. */
@Component
public class ReceiptedFacts {

    private final ReceiptQuery receipts;

    public ReceiptedFacts(ReceiptQuery receipts) {
        this.receipts = receipts;
    }

    /** The first time that the action was done. */
    public Optional<Completion> first(TenantId tenant, ActionId action) {
        return receipts.earliest(tenant, ReceiptFilter.allowed(action)).map(Completion::by);
    }

    /** The last time that the action was done. */
    public Optional<ReceiptRow> latest(TenantId tenant, ActionId action) {
        return receipts.list(tenant, ReceiptFilter.allowed(action), Optional.empty(), 1).items().stream()
                .findFirst();
    }
}
