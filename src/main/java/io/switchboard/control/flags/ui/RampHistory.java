package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.html.Span;
import io.switchboard.control.flags.Ramp;
import io.switchboard.control.flags.RampEvent;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What happened to a ramp, the newest first, each with its receipt. */
@Component
class RampHistory {

    private final ReceiptQuery receipts;
    private final ActorNames names;
    private final Clock clock;

    RampHistory(ReceiptQuery receipts, ActorNames names, Clock clock) {
        this.receipts = receipts;
        this.names = names;
        this.clock = clock;
    }

    DataTable<RampEvent> of(TenantContext context, Ramp ramp) {
        var states = receipts.states(
                context.caller().tenant(),
                ramp.events().stream()
                        .flatMap(event -> event.receipt().stream())
                        .toList());
        return new DataTable<RampEvent>("What happened to ramp " + ramp.number())
                .column("What", event -> new Span(event.kind().words()))
                .column("Step", event -> new Span(event.step() < 0 ? "–" : String.valueOf(event.step() + 1)))
                .column("Why", event -> new Span(event.says().isEmpty() ? "–" : event.says()))
                .column("When", event -> new RelativeTime(event.at(), clock))
                .column("By", event -> new Span(names.of(context.tenant().id(), event.by())))
                .column(
                        "Receipt",
                        event -> event.receipt()
                                .<com.vaadin.flow.component.Component>map(receipt -> new ReceiptBadge(
                                        context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING)))
                                .orElseGet(() -> new Span("–")))
                .rows(ramp.events().reversed());
    }
}
