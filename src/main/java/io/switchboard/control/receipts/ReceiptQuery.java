package io.switchboard.control.receipts;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Reading the tenant's receipts. Nothing of another tenant is ever found. */
public interface ReceiptQuery {

    int MAX_LIMIT = 500;

    /** At most {@code limit} (1 to 500) receipts, newest first, that come after {@code cursor}. */
    ReceiptPage list(TenantId tenant, ReceiptFilter filter, Optional<ReceiptId> cursor, int limit);

    /** The first receipt that ever matched: since when something is so. */
    Optional<ReceiptRow> earliest(TenantId tenant, ReceiptFilter filter);

    Optional<ReceiptDetail> detail(TenantId tenant, ReceiptId id);

    /** How far these have come; those that are not this tenant's are left out. */
    Map<ReceiptId, LogState> states(TenantId tenant, Collection<ReceiptId> ids);

    /** The exact bytes of the DSSE envelope that was issued. */
    Optional<byte[]> envelope(TenantId tenant, ReceiptId id);
}
