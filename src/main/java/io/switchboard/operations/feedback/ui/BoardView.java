package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.flags.ui.FlagStanding;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.kernel.Actor;
import io.switchboard.operations.feedback.Board;
import io.switchboard.operations.feedback.Issue;
import io.switchboard.operations.feedback.IssueState;
import io.switchboard.operations.feedback.Reach;
import io.switchboard.operations.feedback.Round;
import io.switchboard.platform.components.AddressValues;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.FilterBar;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.OfPlatform;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** What hurts most, across tenants: ten cards, ranked, each with its clock; then the rest. The filter is in the address. */
@Route(":tenant/board")
@Menu(title = "Top-10 board", order = 410, icon = "vaadin:clipboard-pulse")
@PageTitle("Top-10 board · Switchboard")
@OfPlatform
@PermitAll
class BoardView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final int CARDS = 10;

    private final transient Board board;
    private final transient ActorNames names;
    private final transient FlagStanding flags;
    private final transient Clock clock;

    BoardView(TenantContexts contexts, Board board, ActorNames names, FlagStanding flags, Clock clock) {
        super(contexts);
        this.board = board;
        this.names = names;
        this.flags = flags;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        add(new PageHeader("Top-10 board", "What hurts most, across tenants, and until when it has to be better."));
        board.againstViewing(context.caller())
                .ifPresentOrElse(
                        decision -> add(new NotAllowedToSee("the board", decision)),
                        () -> list(context, AddressValues.of(event.getLocation().getQueryParameters())));
    }

    private void list(TenantContext context, AddressValues values) {
        var state = values.text("state").flatMap(IssueState::parse);
        var issues = board.ranked(context.caller(), state.map(Set::of).orElse(Set.of()));
        add(
                alarms(issues),
                new FilterBar(
                                "Filter the board",
                                values,
                                changed -> UI.getCurrent().navigate(context.path("board"), changed.query()))
                        .choice(
                                "State",
                                "new and triaged",
                                "state",
                                List.of(IssueState.values()),
                                IssueState::wire,
                                IssueState::wire));
        if (issues.isEmpty()) {
            add(nothing(context));
            return;
        }
        add(new Paragraph(Reach.FORMULA + "."), cards(context, issues));
        if (issues.size() > CARDS) {
            add(new H2("After the first ten"), rest(context, issues.subList(CARDS, issues.size())));
        }
    }

    private Component alarms(List<Issue> issues) {
        long soon = count(issues, Round.Verdict.SOON);
        long over = count(issues, Round.Verdict.BREACHED);
        var said = new Paragraph(over + " overdue, " + soon + " due within 12 hours.");
        said.addClassName("notice");
        said.getElement().setAttribute("role", "status");
        said.setVisible(soon + over > 0);
        return said;
    }

    private long count(List<Issue> issues, Round.Verdict verdict) {
        return issues.stream()
                .flatMap(issue -> issue.clock(clock.instant()).current().stream())
                .filter(round -> round.verdict() == verdict)
                .count();
    }

    private Component cards(TenantContext context, List<Issue> issues) {
        var cards = new OrderedList();
        cards.addClassName("board");
        for (int i = 0; i < Math.min(CARDS, issues.size()); i++) {
            var issue = issues.get(i);
            cards.add(new BoardCard(
                    i + 1,
                    issue,
                    link(context, issue),
                    owner(context, issue),
                    alike(issue, issues),
                    flag(context, issue),
                    clock.instant()));
        }
        return cards;
    }

    private Component flag(TenantContext context, Issue issue) {
        return issue.card().flag().map(key -> flags.of(context, key)).orElseGet(() -> new Span("none named yet"));
    }

    private static long alike(Issue issue, List<Issue> issues) {
        return issues.stream()
                .filter(other ->
                        !other.id().equals(issue.id()) && !issue.cause().isEmpty())
                .filter(other -> other.cause().equals(issue.cause()))
                .count();
    }

    private String owner(TenantContext context, Issue issue) {
        return issue.owner()
                .map(owner -> names.of(context.tenant().id(), Actor.user(owner)))
                .orElse("nobody yet");
    }

    private Component rest(TenantContext context, List<Issue> issues) {
        return new DataTable<Issue>("Further issues")
                .column("Issue", issue -> link(context, issue))
                .column("State", issue -> FeedbackWords.state(issue.state()))
                .column("Score", issue -> new Span(issue.reach().explained()))
                .column("Owner", issue -> new Span(owner(context, issue)))
                .rows(issues);
    }

    private static RouterLink link(TenantContext context, Issue issue) {
        return new RouterLink(
                issue.title(),
                IssueView.class,
                context.parameters("issue", issue.id().value()));
    }

    private static Component nothing(TenantContext context) {
        return new EmptyState(
                "No issue here",
                "What members of any tenant send by the Feedback button, or by Report friction on a refusal, arrives here as a new issue.",
                new Anchor(context.path("board") + "?state=verified", "See what was verified"));
    }
}
