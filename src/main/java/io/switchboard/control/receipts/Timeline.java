package io.switchboard.control.receipts;

import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.util.Optional;

/** The tenant's receipts as threads. Nothing of another tenant is ever found, and nothing is counted, so that a long history opens like a short one. */
public interface Timeline {

    int MAX_LIMIT = 100;

    /** How many receipts of a thread a page shows before it refers to {@link #thread}. */
    int SHOWN = 50;

    /**
     * At most {@code limit} (1 to 100) threads that come after {@code cursor}, those first whose newest matching receipt occurred last. A thread is shown with what does not match, too.
     * After a receipt that is not the tenant's nothing comes.
     */
    TimelinePage page(TenantId tenant, TimelineFilter filter, Optional<ReceiptId> cursor, int limit);

    /** One thread's receipts after {@code cursor}, as many as a page shows; none where it is not this tenant's or there are no more. */
    Optional<TimelineThread> thread(TenantId tenant, CorrelationId id, Optional<ReceiptId> cursor);

    /** Whether any receipt of the tenant is about it. */
    boolean knows(TenantId tenant, SubjectName subject);
}
