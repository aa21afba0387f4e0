package io.switchboard.control.receipts;

import io.switchboard.kernel.TenantId;
import java.util.List;

/**
 * The tenant's receipts for whoever adds them up. An index is given once and without a gap, so who remembers the next one has seen each receipt exactly once, however late it was committed. What has
 * no index yet is at most a few seconds of receipts. Both in one transaction: no receipt is in neither or in both.
 */
public interface ReceiptFeed {

    int MAX_LIMIT = 1_000;

    /** At most {@code limit} (1 to 1,000) receipts in the order of the log, from an index on. */
    List<FedReceipt> from(TenantId tenant, long index, int limit);

    /** How many receipts the tenant has, with and without an index: it grows with every commit, and is cheap to ask for. */
    long count(TenantId tenant);

    /** Those that wait for their index, in no order. */
    List<FedReceipt> waiting(TenantId tenant);
}
