package io.switchboard.insight.evaluation;

import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ReceiptRow;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the tenant's receipts show was done. */
@Component
class OnRecord {

    private final ReceiptQuery receipts;

    OnRecord(ReceiptQuery receipts) {
        this.receipts = receipts;
    }

    /** The latest receipt of an action that was allowed, from a moment on. */
    Optional<ReceiptRow> latest(TenantId tenant, ActionId action, Optional<Instant> from) {
        return receipts
                .list(tenant, ReceiptFilter.allowed(action).inPeriod(from, Optional.empty()), Optional.empty(), 1)
                .items()
                .stream()
                .findFirst();
    }

    /** The latest of these actions by a service of the tenant. */
    Optional<ReceiptRow> latestByService(TenantId tenant, List<ActionId> actions) {
        return actions.stream()
                .flatMap(action -> byService(tenant, action).stream())
                .max(Comparator.comparing(row -> row.receipt().occurredAt()));
    }

    private Optional<ReceiptRow> byService(TenantId tenant, ActionId action) {
        var allowed = ReceiptFilter.allowed(action);
        var filter = new ReceiptFilter(
                allowed.action(),
                allowed.outcome(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Actor.Type.SERVICE));
        return receipts.list(tenant, filter, Optional.empty(), 1).items().stream()
                .findFirst();
    }

    /** At most 500 receipts of an action that was allowed, from a moment on. */
    List<ReceiptRow> all(TenantId tenant, ActionId action, Instant from) {
        return receipts.list(
                        tenant,
                        ReceiptFilter.allowed(action).inPeriod(Optional.of(from), Optional.empty()),
                        Optional.empty(),
                        500)
                .items();
    }
}
