package io.switchboard.control.receipts.ui;

import com.vaadin.flow.component.html.Span;
import io.switchboard.control.receipts.ReceiptRow;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.util.List;

/** Receipts as rows: what, how it ended, who, when. */
final class ReceiptTable {

    private ReceiptTable() {}

    static DataTable<ReceiptRow> of(
            String caption, TenantContext context, List<ReceiptRow> rows, ActorNames names, Clock clock) {
        return new DataTable<ReceiptRow>(caption)
                .column("Receipt", row -> badge(context, row))
                .column("Action", row -> new Span(row.receipt().action().value()))
                .column("Outcome", row -> OutcomeTag.of(row.receipt().outcome()))
                .column(
                        "Who",
                        row -> new Span(
                                names.of(context.tenant().id(), row.receipt().actor())))
                .column("When", row -> new RelativeTime(row.receipt().occurredAt(), clock))
                .rows(rows);
    }

    static ReceiptBadge badge(TenantContext context, ReceiptRow row) {
        return new ReceiptBadge(context.slug(), row.receipt().id(), row.state());
    }
}
