package io.switchboard.operations.drills.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.drills.Drill;
import io.switchboard.operations.drills.DrillDesk;
import io.switchboard.operations.drills.DrillWords;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.TenantContext;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Drills, the latest first, each with its signed statement. */
@Component
class DrillTable {

    private static final String NONE = "–";

    private final DrillDesk desk;
    private final ReceiptQuery receipts;
    private final ActorNames names;
    private final Clock clock;

    DrillTable(DrillDesk desk, ReceiptQuery receipts, ActorNames names, Clock clock) {
        this.desk = desk;
        this.receipts = receipts;
        this.names = names;
        this.clock = clock;
    }

    DataTable<Drill> of(TenantContext context, List<Drill> drills) {
        var states = receipts.states(
                context.tenant().id(),
                drills.stream().flatMap(drill -> drill.receipt().stream()).toList());
        return new DataTable<Drill>("Drills, the latest first")
                .column("Started", drill -> new RelativeTime(drill.startedAt(), clock))
                .column("By", drill -> new Span(names.of(context.tenant().id(), drill.by())))
                .column("Outcome", DrillTable::outcome)
                .column(
                        "RTO",
                        drill -> new Span(
                                drill.figures().rto().map(DrillWords::took).orElse(NONE)))
                .column(
                        "RPO",
                        drill -> new Span(
                                drill.figures().rpo().map(DrillWords::took).orElse(NONE)))
                .column(
                        "Receipts lost",
                        drill -> new Span(
                                drill.figures().lost().map(DrillWords::number).orElse(NONE)))
                .column("Compared", drill -> new Span(DrillWords.compared(drill.figures())))
                .column("Statement", drill -> statement(context, drill))
                .column("Receipt", drill -> badge(context, drill, states))
                .rows(drills);
    }

    private static com.vaadin.flow.component.Component outcome(Drill drill) {
        return switch (drill.state()) {
            case RUNNING -> new StateTag(StateTag.Tone.INFO, drill.state().word());
            case PASSED -> new StateTag(StateTag.Tone.SUCCESS, drill.state().word());
            case FAILED ->
                new Div(
                        new StateTag(StateTag.Tone.DANGER, drill.state().word()),
                        new Div(new Span(drill.explanation().orElse(""))));
        };
    }

    private com.vaadin.flow.component.Component statement(TenantContext context, Drill drill) {
        if (drill.state() == Drill.State.RUNNING) {
            return new Span(NONE);
        }
        var link = new Anchor(
                DownloadHandler.fromInputStream(_ -> {
                    var bytes = desk.statement(context.caller(), drill.id()).orElseThrow();
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            drill.id() + ".dsse.json",
                            "application/json",
                            bytes.length);
                }),
                "Signed JSON");
        link.getElement().setAttribute("aria-label", "Signed statement of the drill " + drill.id());
        return link;
    }

    private static com.vaadin.flow.component.Component badge(
            TenantContext context, Drill drill, Map<ReceiptId, LogState> states) {
        return drill.receipt()
                .<com.vaadin.flow.component.Component>map(receipt ->
                        new ReceiptBadge(context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING)))
                .orElseGet(() -> new Span(NONE));
    }
}
