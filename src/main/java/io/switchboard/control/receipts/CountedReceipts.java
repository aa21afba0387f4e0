package io.switchboard.control.receipts;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.observability.CommittedCounts;
import java.util.Optional;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** {@code switchboard.receipts.appended}: how many were sealed and committed, whoever appended them. */
@Component
@Primary
class CountedReceipts implements Receipts {

    private final ReceiptService receipts;
    private final CommittedCounts counts;

    CountedReceipts(ReceiptService receipts, CommittedCounts counts) {
        this.receipts = receipts;
        this.counts = counts;
    }

    @Override
    public Receipt append(ReceiptDraft draft) {
        var receipt = receipts.append(draft);
        counts.add("switchboard.receipts.appended", 1);
        return receipt;
    }

    @Override
    public Optional<Receipt> find(TenantId tenant, ReceiptId id) {
        return receipts.find(tenant, id);
    }
}
