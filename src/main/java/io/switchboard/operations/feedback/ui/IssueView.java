package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.feedback.Attachment;
import io.switchboard.operations.feedback.Board;
import io.switchboard.operations.feedback.Issue;
import io.switchboard.operations.feedback.IssueEvent;
import io.switchboard.operations.feedback.IssueId;
import io.switchboard.operations.feedback.Reach;
import io.switchboard.operations.feedback.Round;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.OfPlatform;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One issue of the board: how it stands and why it ranks, what can be done with it, where it comes from, and its history with receipts. */
@Route(":tenant/board/:issue")
@PageTitle("Issue · Switchboard")
@OfPlatform
@PermitAll
class IssueView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient Board board;
    private final transient IssueForms forms;
    private final transient ContextTable contexts;
    private final transient ReceiptQuery receipts;
    private final transient ActorNames names;
    private final transient Clock clock;
    /** Takes the focus once it says something: it is above what was pressed, perhaps out of sight. */
    private final Div outcome = new Div();

    IssueView(
            TenantContexts tenants,
            Board board,
            IssueForms forms,
            ContextTable contexts,
            ReceiptQuery receipts,
            ActorNames names,
            Clock clock) {
        super(tenants);
        outcome.getElement().setAttribute("tabindex", "-1");
        this.board = board;
        this.forms = forms;
        this.contexts = contexts;
        this.receipts = receipts;
        this.names = names;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        outcome.removeAll();
        var against = board.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("the board", against.get()));
            return;
        }
        event.getRouteParameters()
                .get("issue")
                .filter(IssueId::isValid)
                .flatMap(id -> board.find(context.caller(), new IssueId(id)))
                .ifPresentOrElse(issue -> show(context, issue), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, Issue issue) {
        removeAll();
        add(
                new PageHeader(
                        issue.title(),
                        "What members of tenants reported. They read its state and the reason given for it, nothing else."),
                outcome,
                card("How it stands", facts(context, issue)));
        if (issue.mergedInto().isEmpty()) {
            forms.of(context, issue, (wanted, ended) -> done(context, issue, wanted, ended))
                    .forEach(this::add);
        }
        add(
                card("Where it comes from", contexts.of(context, board.contexts(context.caller(), issue.id()))),
                card("History", history(context, issue)));
    }

    private Component facts(TenantContext context, Issue issue) {
        var facts = new Facts()
                .with("State", FeedbackWords.state(issue.state()))
                .with("Score", issue.reach().explained())
                .with("Formula", Reach.FORMULA)
                .with(
                        "Owner",
                        issue.owner()
                                .map(owner -> names.of(context.tenant().id(), Actor.user(owner)))
                                .orElse("nobody yet"));
        issue.mergedInto().ifPresent(into -> facts.with("Part of", merged(context, into)));
        for (var part : List.of(Attachment.SCREEN, Attachment.ACTION, Attachment.RULE)) {
            Optional.ofNullable(issue.cause().get(part)).ifPresent(value -> facts.with(part.label(), value));
        }
        issue.clock(clock.instant()).rounds().forEach(round -> facts.with(named(round), clock(round)));
        return facts;
    }

    private static Component merged(TenantContext context, IssueId into) {
        return new Anchor(context.path("board/" + into), "another issue");
    }

    private static String named(Round round) {
        return round.number() == 1 ? "Clock" : "Clock, round " + round.number();
    }

    private static Component clock(Round round) {
        var clock = new Div(
                new ClockRing(round), FeedbackWords.clock(round), new Span("due " + FeedbackWords.exact(round.due())));
        if (!round.paused().isZero()) {
            clock.add(new Span("paused for " + FeedbackWords.span(round.paused())));
        }
        clock.addClassName("feedback-row");
        return clock;
    }

    private Component history(TenantContext context, Issue issue) {
        return new DataTable<IssueEvent>("History")
                .column("What", event -> new Span(event.kind().words()))
                .column("When", event -> new RelativeTime(event.at(), clock))
                .column("By", event -> new Span(by(context, event)))
                .column("Note", event -> new Span(event.detail().orElse("–")))
                .column(
                        "Receipt",
                        event -> event.receipt()
                                .<Component>map(receipt -> badge(context, receipt))
                                .orElseGet(() -> new Span("–")))
                .rows(issue.events().reversed());
    }

    /** Who reported is the tenant's to know. */
    private String by(TenantContext context, IssueEvent event) {
        return switch (event.kind()) {
            case REPORTED -> "a member of a tenant";
            default -> names.of(context.tenant().id(), event.by());
        };
    }

    /** What was typed stays where nothing changed. */
    private void done(TenantContext context, Issue before, String wanted, Optional<Enforced<Issue>> ended) {
        outcome.removeAll();
        ended.ifPresent(end -> outcome.add(said(context, wanted, end)));
        board.find(context.caller(), before.id())
                .filter(now -> now.events().size() != before.events().size())
                .ifPresent(now -> show(context, now));
        outcome.getElement().callJsFunction("focus");
    }

    private Component said(TenantContext context, String wanted, Enforced<Issue> ended) {
        if (!(ended instanceof Enforced.Done<Issue> done)) {
            return Refusal.of(context.slug(), wanted, ended);
        }
        var notice = new Div(
                new Span("Done: " + wanted + "."), badge(context, done.receipt().id()));
        notice.addClassNames("notice", "feedback-row");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private ReceiptBadge badge(TenantContext context, ReceiptId receipt) {
        var states = receipts.states(context.caller().tenant(), List.of(receipt));
        return new ReceiptBadge(context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING));
    }

    static Section card(String title, Component... parts) {
        var card = new Section(new H2(title));
        card.addClassNames("card", "feedback-card");
        card.add(parts);
        return card;
    }
}
