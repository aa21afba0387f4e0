package io.switchboard.insight.evaluation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.insight.evaluation.Criterion;
import io.switchboard.insight.evaluation.Evaluation;
import io.switchboard.insight.evaluation.EvaluationKit;
import io.switchboard.insight.evaluation.Integration;
import io.switchboard.insight.evaluation.WeeklyReport;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.components.StateTag.Tone;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The parts of the page. */
@Component
class EvaluationCards {

    private final ReceiptQuery receipts;
    private final ActorNames names;

    EvaluationCards(ReceiptQuery receipts, ActorNames names) {
        this.receipts = receipts;
        this.names = names;
    }

    /** What the page shows of it: all but the moment. */
    static List<Object> stand(EvaluationKit kit) {
        return List.of(
                kit.evaluation(), kit.evaluation().day(kit.asOf()), kit.integrations(), kit.reports(), kit.criteria());
    }

    Section progress(TenantContext context, EvaluationKit kit) {
        var evaluation = kit.evaluation();
        var facts = new Facts()
                .with("Stands", state(kit))
                .with("Criteria met", kit.met() + " of " + kit.criteria().size())
                .with("Day", day(kit))
                .with("Days (UTC)", evaluation.beginsOn() + " to " + evaluation.lastDay())
                .with("Begun by", names.of(context.tenant().id(), evaluation.begunBy()));
        evaluation.receipt().ifPresent(receipt -> facts.with("Receipt", badge(context, receipt)));
        return EvaluationView.card("How it stands", facts);
    }

    private static StateTag state(EvaluationKit kit) {
        if (kit.met() == kit.criteria().size()) {
            return new StateTag(Tone.SUCCESS, "all criteria met");
        }
        return kit.evaluation().isOver(kit.asOf())
                ? new StateTag(Tone.WARNING, "over, not all criteria met")
                : new StateTag(Tone.INFO, "under way");
    }

    private static String day(EvaluationKit kit) {
        long day = kit.evaluation().day(kit.asOf());
        if (day < 1) {
            return "begins in " + (1 - day) + (day == 0 ? " day" : " days");
        }
        return day > Evaluation.DAYS
                ? "over since " + (day - Evaluation.DAYS) + " days"
                : day + " of " + Evaluation.DAYS;
    }

    Section criteria(TenantContext context, EvaluationKit kit) {
        var table = new DataTable<Criterion>("Exit criteria")
                .column("Criterion", each -> named(context, each.path(), each.title(), each.definition()))
                .column(
                        "Stands",
                        each -> each.met() ? new StateTag(Tone.SUCCESS, "met") : new StateTag(Tone.NEUTRAL, "open"))
                .column("How it stands", each -> new Span(each.says()))
                .column("Proof", each -> proof(context, each.proof()))
                .rows(kit.criteria());
        return EvaluationView.card("Exit criteria", table);
    }

    Section integrations(TenantContext context, EvaluationKit kit) {
        var table = new DataTable<Integration>("Integrations")
                .column("Integration", each -> new Anchor(context.path(each.path()), each.title()))
                .column(
                        "Stands",
                        each -> new StateTag(tone(each.state()), each.state().words()))
                .column("How it stands", each -> new Span(each.says()))
                .column("Proof", each -> proof(context, each.proof()))
                .rows(kit.integrations());
        return EvaluationView.card("Integrations", table);
    }

    private static Tone tone(Integration.State state) {
        return switch (state) {
            case LIVE -> Tone.SUCCESS;
            case QUIET -> Tone.INFO;
            case OFF -> Tone.NEUTRAL;
        };
    }

    Section reports(TenantContext context, EvaluationKit kit) {
        var table = new DataTable<WeeklyReport>("Weekly Trust Reports")
                .column("Week", each -> new Span(each.week()))
                .column("Made", each -> new Span(each.made() ? "made" : each.over() ? "not made" : "not over yet"))
                .column("Received", each -> proof(context, each.received()))
                .rows(kit.reports());
        return EvaluationView.card(
                "Weekly Trust Reports", table, new Anchor(context.path("trust/reports"), "Go to the Trust Reports"));
    }

    private static Div named(TenantContext context, String path, String title, String definition) {
        return new Div(new Div(new Anchor(context.path(path), title)), EvaluationView.muted(definition));
    }

    private com.vaadin.flow.component.Component proof(TenantContext context, Optional<ReceiptId> receipt) {
        return receipt.<com.vaadin.flow.component.Component>map(id -> badge(context, id))
                .orElseGet(() -> new Span("–"));
    }

    private ReceiptBadge badge(TenantContext context, ReceiptId receipt) {
        Map<ReceiptId, LogState> states = receipts.states(context.tenant().id(), List.of(receipt));
        return new ReceiptBadge(context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING));
    }
}
