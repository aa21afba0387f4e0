package io.switchboard.platform.observability;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * What the log lines of this piece of work are about, as members {@code tenant} and {@code receiptId} of each line. Ids only. Whoever begins a
 * piece of work (a request, {@link Correlations#run}) puts back what was there before, so nothing reaches the next one.
 */
public final class LogContext {

    private LogContext() {}

    public static void tenant(TenantId tenant) {
        MDC.put("tenant", tenant.value());
    }

    /** What {@link #tenant} was told last in this piece of work. */
    public static Optional<TenantId> currentTenant() {
        return Optional.ofNullable(MDC.get("tenant")).map(TenantId::new);
    }

    /** The newest receipt that this piece of work has left. */
    public static void receipt(ReceiptId receipt) {
        MDC.put("receiptId", receipt.value());
    }

    /** What {@link #receipt} was told last in this piece of work. */
    public static Optional<ReceiptId> newestReceipt() {
        return Optional.ofNullable(MDC.get("receiptId")).map(ReceiptId::new);
    }

    static Map<String, String> remembered() {
        var context = MDC.getCopyOfContextMap();
        return context == null ? Map.of() : context;
    }

    static void putBack(Map<String, String> context) {
        MDC.setContextMap(context);
    }
}
