package io.switchboard.insight.success.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.insight.success.Drill;
import io.switchboard.insight.success.FigureWords;
import io.switchboard.insight.success.Success;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.time.Duration;

/** What the tiles count, row by row. */
record SuccessTables(ActorNames names, ReceiptQuery receipts, Clock clock) {

    Component people(TenantContext context, Success success) {
        return new DataTable<Named>("People active in the last seven days")
                .column("Person", person -> new Span(person.name()))
                .column("Allowed actions", person -> actions(context, success, person))
                .column("Last", person -> new RelativeTime(person.active().last(), clock))
                .rows(success.people().stream()
                        .map(person -> named(context, person))
                        .toList());
    }

    private record Named(Success.Person active, String name) {}

    private Named named(TenantContext context, Success.Person person) {
        return new Named(person, names.of(context.tenant().id(), new Actor(Actor.Type.USER, person.actor())));
    }

    private static Component actions(TenantContext context, Success success, Named person) {
        var drill = Drill.ofPerson(person.active().actor(), success.weekAgo());
        var number = String.valueOf(person.active().actions());
        var link = new Anchor("/" + context.path(drill.page()), number);
        link.getElement().setAttribute("aria-label", number + " allowed actions of " + person.name());
        return link;
    }

    Component decided(TenantContext context, Success success) {
        var ids = success.decided().stream()
                .map(decided -> new ReceiptId(decided.receipt()))
                .toList();
        var states = receipts.states(context.tenant().id(), ids);
        return new DataTable<Success.Decided>("Approvals that ended in the period, latest first")
                .column("Ended as", decided -> result(decided.result()))
                .column(
                        "Waited",
                        decided -> new Span(FigureWords.duration(Duration.ofSeconds(decided.waitedSeconds()))))
                .column("When", decided -> new RelativeTime(decided.at(), clock))
                .column("Receipt", decided -> {
                    var id = new ReceiptId(decided.receipt());
                    return new ReceiptBadge(context.slug(), id, states.getOrDefault(id, LogState.PENDING));
                })
                .rows(success.decided());
    }

    private static StateTag result(String result) {
        return switch (result) {
            case "approved" -> new StateTag(StateTag.Tone.SUCCESS, result);
            case "denied" -> new StateTag(StateTag.Tone.DANGER, result);
            default -> new StateTag(StateTag.Tone.WARNING, result);
        };
    }
}
