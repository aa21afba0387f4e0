package io.switchboard.control.approvals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.approvals.ApprovalDesk;
import io.switchboard.control.approvals.Evidence;
import io.switchboard.control.approvals.Ticket;
import io.switchboard.control.approvals.TicketId;
import io.switchboard.control.approvals.TicketState;
import io.switchboard.control.approvals.Verdict;
import io.switchboard.control.approvals.Vote;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.components.CopyText;
import io.switchboard.platform.components.Counts;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** One ticket: what was asked in counts and words, how it stands, and the decision. */
@Route(":tenant/approvals/:approval")
@PageTitle("Approval · Switchboard")
@StyleSheet("context://themes/base/approvals.css")
@PermitAll
class ApprovalView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient ApprovalDesk desk;
    private final transient ReceiptQuery receipts;
    private final transient ActorNames names;
    private final transient Clock clock;
    private final Div outcome = new Div();

    ApprovalView(TenantContexts contexts, ApprovalDesk desk, ReceiptQuery receipts, ActorNames names, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.receipts = receipts;
        this.names = names;
        this.clock = clock;
        outcome.addClassName("approval-outcome");
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        outcome.removeAll();
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("approvals", against.get()));
            return;
        }
        event.getRouteParameters()
                .get("approval")
                .filter(TicketId::isValid)
                .flatMap(id -> desk.find(context.caller(), new TicketId(id)))
                .ifPresentOrElse(ticket -> show(context, ticket), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, Ticket ticket) {
        removeAll();
        add(new PageHeader("Approval", ticket.question().sentence()), outcome);
        var evidence = card("Evidence", evidence(context, ticket));
        evidence.addClassName("approval-evidence");
        var both = new Div(card("What was asked", counts(ticket), facts(context, ticket)), evidence);
        both.addClassName("approval-both");
        if (ticket.state() == TicketState.OPEN) {
            both.add(decision(context, ticket));
        }
        both.add(new WhyCard(
                desk.explain(context.caller(), ticket), ticket, context.caller().actor()));
        add(both);
        if (!ticket.votes().isEmpty()) {
            add(card("Decisions", decisions(context, ticket)));
        }
    }

    private Component decision(TenantContext context, Ticket ticket) {
        if (ticket.hasVoteOf(context.caller().actor())) {
            var said = new Div(new Paragraph(
                    "You have decided this; " + TicketWords.quorum(ticket) + ". Another approver is needed."));
            said.addClassName("notice");
            return said;
        }
        return desk.againstDeciding(context.caller(), ticket)
                .map(ApprovalView::notYours)
                .orElseGet(() -> new DecisionForm((verdict, reason) -> decide(context, ticket, verdict, reason)));
    }

    /** What there is to look at before deciding, and what there is to do afterwards. */
    private Component evidence(TenantContext context, Ticket ticket) {
        var facts = new Facts();
        ticket.question().terms().evidence().forEach(one -> facts.with("Look at", seen(context, one)));
        return facts.with(
                        "Digest of the request",
                        new CopyText("the digest", ticket.question().digest().hex()))
                .with(
                        "Undone by",
                        ticket.question().terms().undo().orElse("nothing here: whoever asked named no way back"));
    }

    private Component seen(TenantContext context, Evidence evidence) {
        var row = new Div(new Span(evidence.words()));
        evidence.receipt().ifPresent(receipt -> row.add(new Div(badge(context, receipt))));
        return row;
    }

    private static Component counts(Ticket ticket) {
        var counts = new Counts();
        ticket.question().tallies().forEach(tally -> counts.with(StateTag.Tone.WARNING, tally.number(), tally.words()));
        return counts;
    }

    private Component facts(TenantContext context, Ticket ticket) {
        var facts = new Facts()
                .with("State", TicketWords.state(ticket.state()))
                .with("Action", ticket.question().action().value())
                .with("Asked by", names.of(ticket.tenant(), ticket.requester()))
                .with("Asked", new RelativeTime(ticket.requestedAt(), clock))
                .with(deadline(ticket), new RelativeTime(ticket.deadline(), clock))
                .with("Approvals", TicketWords.quorum(ticket));
        ticket.question().terms().by().ifPresent(role -> facts.with("Decided by", role.wire()));
        ticket.requested().ifPresent(receipt -> facts.with("Receipt", badge(context, receipt)));
        return facts;
    }

    private static String deadline(Ticket ticket) {
        return switch (ticket.state()) {
            case OPEN -> "Means no if nobody decides";
            case APPROVED -> "To be used";
            case DENIED -> "May be asked again";
            case EXPIRED -> "Expired";
            case USED -> "Deadline";
        };
    }

    private Component decisions(TenantContext context, Ticket ticket) {
        return new DataTable<Vote>("Decisions")
                .column("Decision", vote -> TicketWords.verdict(vote.verdict()))
                .column("By", vote -> new Span(names.of(ticket.tenant(), vote.approver())))
                .column("When", vote -> new RelativeTime(vote.at(), clock))
                .column("Reason", vote -> new Span(vote.reason()))
                .column(
                        "Receipt",
                        vote -> vote.receipt()
                                .<Component>map(receipt -> badge(context, receipt))
                                .orElseGet(() -> new Span("–")))
                .rows(ticket.votes());
    }

    private static Component notYours(Decision against) {
        var said = new Div();
        said.addClassName("notice");
        against.reasons().stream()
                .findFirst()
                .ifPresent(reason -> said.add(new Paragraph(reason.why() + " " + reason.help())));
        return said;
    }

    private void decide(TenantContext context, Ticket ticket, Verdict verdict, String reason) {
        outcome.removeAll();
        desk.decide(context.caller(), ticket.id(), verdict, reason)
                .ifPresent(ended -> outcome.add(
                        ended instanceof Enforced.Done<Ticket> done
                                ? notice(context, verdict, done)
                                : Refusal.of(context.slug(), verdict.wire() + " this", ended)));
        desk.find(context.caller(), ticket.id()).ifPresent(now -> show(context, now));
    }

    private Component notice(TenantContext context, Verdict verdict, Enforced.Done<Ticket> done) {
        var notice = new Div(
                TicketWords.verdict(verdict),
                new Span(
                        verdict == Verdict.APPROVE && done.value().state() == TicketState.OPEN
                                ? TicketWords.quorum(done.value()) + ". It goes on once nobody is missing."
                                : verdict == Verdict.APPROVE
                                        ? "A run goes on by itself; a request goes through when it is repeated."
                                        : "It does not happen, however often it is repeated."),
                badge(context, done.receipt().id()));
        notice.addClassNames("notice", "approval-notice");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private ReceiptBadge badge(TenantContext context, ReceiptId receipt) {
        var states = receipts.states(context.caller().tenant(), List.of(receipt));
        return new ReceiptBadge(context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING));
    }

    private static Section card(String title, Component... parts) {
        var card = new Section(new H2(title));
        card.addClassNames("card", "approval-card");
        card.add(parts);
        return card;
    }
}
