package io.switchboard.insight.evaluation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.insight.evaluation.Criterion;
import io.switchboard.insight.evaluation.Evaluation;
import io.switchboard.insight.evaluation.EvaluationKit;
import io.switchboard.insight.evaluation.Integration;
import io.switchboard.insight.evaluation.Memo;
import io.switchboard.insight.evaluation.SuccessMetric;
import io.switchboard.insight.evaluation.Verdict;
import io.switchboard.insight.evaluation.WeeklyReport;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.operations.onboarding.Checklist;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.components.StateTag.Tone;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The parts of the page. */
@Component
class EvaluationCards {

    private final ReceiptQuery receipts;
    private final ActorNames names;
    private final EvaluationFiles files;

    EvaluationCards(ReceiptQuery receipts, ActorNames names, EvaluationFiles files) {
        this.receipts = receipts;
        this.names = names;
        this.files = files;
    }

    /** What the page shows of it: all but the moment. */
    static List<Object> stand(EvaluationKit kit, List<Memo> memos) {
        return List.of(
                kit.evaluation(),
                kit.evaluation().day(kit.asOf()),
                kit.checklist().items().stream().map(Checklist.Item::state).toList(),
                kit.integrations(),
                kit.reports(),
                kit.metrics(),
                kit.criteria(),
                memos.stream()
                        .map(memo -> memo.number() + " " + memo.standing())
                        .toList());
    }

    Card progress(TenantContext context, EvaluationKit kit) {
        var evaluation = kit.evaluation();
        var facts = new Facts()
                .with("Stands", state(kit))
                .with("Criteria met", kit.met() + " of " + kit.criteria().size())
                .with("Day", day(kit))
                .with("Days (UTC)", evaluation.beginsOn() + " to " + evaluation.lastDay())
                .with("Begun by", names.of(context.tenant().id(), evaluation.begunBy()));
        evaluation.receipt().ifPresent(receipt -> facts.with("Receipt", badge(context, receipt)));
        var card = new Card("How it stands", facts);
        if (holdsAny(context, Role.PARTNER_ADMIN, Role.EVALUATOR)) {
            card.add(files.plan(context));
        }
        return card;
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

    Card criteria(TenantContext context, EvaluationKit kit) {
        var table = new DataTable<Criterion>("Exit criteria")
                .column("Criterion", each -> named(context, each.path(), each.title(), each.definition()))
                .column(
                        "Stands",
                        each -> each.met() ? new StateTag(Tone.SUCCESS, "met") : new StateTag(Tone.NEUTRAL, "open"))
                .column("How it stands", each -> new Span(each.says()))
                .column("Proof", each -> proof(context, each.proof()))
                .rows(kit.criteria());
        return new Card("Exit criteria", table);
    }

    Card setup(TenantContext context, EvaluationKit kit) {
        var table = new DataTable<Checklist.Item>("Onboarding checklist")
                .column("Step", each -> new Span(each.step().title()))
                .column("Stands", each -> step(each.state()))
                .column(
                        "Proof",
                        each -> proof(
                                context,
                                each.completion()
                                        .map(done -> done.proof().receipt().id())))
                .rows(kit.checklist().items());
        return new Card("Onboarding checklist", table, new Anchor(context.path("setup"), "Go to the setup"));
    }

    private static StateTag step(Checklist.State state) {
        return switch (state) {
            case DONE -> new StateTag(Tone.SUCCESS, "done");
            case OPEN -> new StateTag(Tone.NEUTRAL, "open");
            case EXCEPTED -> new StateTag(Tone.INFO, "does not apply");
            case NOT_YET -> new StateTag(Tone.NEUTRAL, "not possible yet");
        };
    }

    Card integrations(TenantContext context, EvaluationKit kit) {
        var table = new DataTable<Integration>("Integrations")
                .column("Integration", each -> new Anchor(context.path(each.path()), each.title()))
                .column(
                        "Stands",
                        each -> new StateTag(tone(each.state()), each.state().words()))
                .column("How it stands", each -> new Span(each.says()))
                .column("Proof", each -> proof(context, each.proof()))
                .rows(kit.integrations());
        return new Card("Integrations", table);
    }

    private static Tone tone(Integration.State state) {
        return switch (state) {
            case LIVE -> Tone.SUCCESS;
            case QUIET -> Tone.INFO;
            case OFF -> Tone.NEUTRAL;
        };
    }

    Card reports(TenantContext context, EvaluationKit kit) {
        var table = new DataTable<WeeklyReport>("Weekly Trust Reports")
                .column("Week", each -> new Span(each.week()))
                .column("Made", each -> new Span(each.made() ? "made" : each.over() ? "not made" : "not over yet"))
                .column("Received", each -> proof(context, each.received()))
                .rows(kit.reports());
        return new Card(
                "Weekly Trust Reports", table, new Anchor(context.path("trust/reports"), "Go to the Trust Reports"));
    }

    Card metrics(TenantContext context, EvaluationKit kit) {
        var table = new DataTable<SuccessMetric>("Success metrics")
                .column("Metric", each -> new Div(new Div(new Span(each.title())), muted(each.definition())))
                .column("Last 30 days", each -> new Span(each.value()))
                .column("30 days before", each -> new Span(each.before()))
                .rows(kit.metrics());
        var card = new Card("Success metrics", table);
        if (holdsAny(context, Role.PARTNER_ADMIN, Role.OPERATOR, Role.APPROVER)) {
            card.add(new Anchor(context.path("success"), "Go to the dashboard, with the receipts behind each figure"));
        }
        return card;
    }

    Card memos(TenantContext context, List<Memo> memos) {
        if (memos.isEmpty()) {
            return new Card(
                    "Go/no-go memos",
                    new Span(
                            "None has been signed yet. A partner-admin or an evaluator signs one below, then a PM of the platform."));
        }
        var table = new DataTable<Memo>("Go/no-go memos")
                .column("Memo", each -> new Span("Memo " + each.number()))
                .column("Verdict", EvaluationCards::verdict)
                .column("Stands", EvaluationCards::standing)
                .column("Signed by", each -> new Span(each.signed().name()))
                .column("Answer", each -> answer(context, each))
                .column("Files", each -> files.memo(context, each))
                .column("Receipt", each -> proof(context, each.signed().receipt()))
                .rows(memos);
        return new Card("Go/no-go memos", table);
    }

    private static StateTag verdict(Memo memo) {
        return new StateTag(
                memo.verdict() == Verdict.GO ? Tone.SUCCESS : Tone.WARNING,
                memo.verdict().title());
    }

    private static StateTag standing(Memo memo) {
        return new StateTag(
                switch (memo.standing()) {
                    case WAITING -> Tone.INFO;
                    case SIGNED -> Tone.SUCCESS;
                    case DECLINED -> Tone.WARNING;
                    case SUPERSEDED -> Tone.NEUTRAL;
                },
                memo.standing().words());
    }

    private Div answer(TenantContext context, Memo memo) {
        return memo.answer()
                .map(answer -> switch (answer) {
                    case Memo.Answer.Countersigned it ->
                        new Div(
                                new Div(new Span(it.signed().name())),
                                proof(context, it.signed().receipt()));
                    case Memo.Answer.Declined it ->
                        new Div(new Div(new Span(it.name() + ": " + it.why())), proof(context, it.receipt()));
                })
                .orElseGet(() -> new Div(new Span("–")));
    }

    private static Div named(TenantContext context, String path, String title, String definition) {
        return new Div(new Div(new Anchor(context.path(path), title)), muted(definition));
    }

    private com.vaadin.flow.component.Component proof(TenantContext context, Optional<ReceiptId> receipt) {
        return receipt.<com.vaadin.flow.component.Component>map(id -> badge(context, id))
                .orElseGet(() -> new Span("–"));
    }

    private ReceiptBadge badge(TenantContext context, ReceiptId receipt) {
        Map<ReceiptId, LogState> states = receipts.states(context.tenant().id(), List.of(receipt));
        return new ReceiptBadge(context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING));
    }

    private static boolean holdsAny(TenantContext context, Role... roles) {
        return Stream.of(roles).anyMatch(context::holds);
    }

    private static Span muted(String text) {
        var span = new Span(text);
        span.addClassName("muted");
        return span;
    }
}
