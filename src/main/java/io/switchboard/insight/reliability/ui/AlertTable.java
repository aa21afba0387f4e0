package io.switchboard.insight.reliability.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.insight.reliability.BurnAlert;
import io.switchboard.insight.reliability.Reliability;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;

/** Alerts that fire, and those that did. */
@org.springframework.stereotype.Component
class AlertTable {

    private final ReceiptQuery receipts;
    private final Clock clock;

    AlertTable(ReceiptQuery receipts, Clock clock) {
        this.receipts = receipts;
        this.clock = clock;
    }

    Section of(TenantContext context, Reliability reliability) {
        var card = ReliabilityCards.card("Alerts", now(context, reliability));
        if (!reliability.alerts().isEmpty()) {
            card.add(table(context, reliability));
        }
        return card;
    }

    private static Component now(TenantContext context, Reliability reliability) {
        if (reliability.firing().isEmpty()) {
            return new Paragraph(
                    reliability.alerts().isEmpty()
                            ? "None has fired so far. One fires when a budget is spent too fast over a long and a short window, and at least five events failed."
                            : "None fires now.");
        }
        var notice = new Div(
                new StateTag(StateTag.Tone.DANGER, reliability.firing().size() + " firing"),
                new Span("Look at what failed, and open an incident so that everybody sees that it is looked after."),
                new Anchor("/" + context.path("incidents"), "Incidents"));
        notice.addClassNames("notice", "line");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private Component table(TenantContext context, Reliability reliability) {
        var states = receipts.states(
                context.tenant().id(),
                reliability.alerts().stream()
                        .flatMap(alert -> Stream.concat(alert.fired().stream(), alert.resolved().stream()))
                        .toList());
        return new DataTable<BurnAlert>("Alerts, the latest first")
                .column("Indicator", alert -> new Span(alert.indicator().title()))
                .column("Severity", alert -> LevelWords.severity(alert.rule().severity()))
                .column("Burn rates", AlertTable::rates)
                .column("Fired", alert -> new RelativeTime(alert.firedAt(), clock))
                .column("Resolved", this::resolved)
                .column("Receipts", alert -> badges(context, alert, states))
                .rows(reliability.alerts());
    }

    private static Component rates(BurnAlert alert) {
        return new Span(LevelWords.rate(alert.over()) + " over "
                + LevelWords.window(alert.rule().longWindow())
                + ", " + LevelWords.rate(alert.lately()) + " over "
                + LevelWords.window(alert.rule().shortWindow()));
    }

    private Component resolved(BurnAlert alert) {
        return alert.resolvedAt()
                .<Component>map(at -> new RelativeTime(at, clock))
                .orElseGet(() -> new StateTag(StateTag.Tone.DANGER, "firing"));
    }

    private static Component badges(TenantContext context, BurnAlert alert, Map<ReceiptId, LogState> states) {
        var badges = new Div();
        badges.addClassName("line");
        Stream.concat(alert.fired().stream(), alert.resolved().stream())
                .forEach(receipt -> badges.add(
                        new ReceiptBadge(context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING))));
        return badges;
    }
}
