package io.switchboard.control.receipts;

import io.switchboard.kernel.TenantId;
import java.util.stream.Stream;

/** The tenant's receipts as they were signed, for whoever checks the log rather than reads it. Nothing of another tenant is ever found. */
public interface ReceiptAudit {

    /** In the order of their ids, which are digests, and so in no order that an author could choose; read page by page as the stream is. */
    Stream<SignedReceipt> signed(TenantId tenant, ReceiptFilter filter);

    /** The same from behind an id on, which need not be one of them. */
    Stream<SignedReceipt> signedAfter(TenantId tenant, ReceiptFilter filter, String id);

    long count(TenantId tenant, ReceiptFilter filter);
}
