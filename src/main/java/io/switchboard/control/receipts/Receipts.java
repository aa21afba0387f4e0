package io.switchboard.control.receipts;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.util.Optional;

/** The tenant's signed receipts. */
public interface Receipts {

    /** Signs and stores a receipt in the caller's transaction: both are there after the commit, or neither. */
    Receipt append(ReceiptDraft draft);

    /** The receipt's head, where it is this tenant's. */
    Optional<Receipt> find(TenantId tenant, ReceiptId id);
}
