package io.switchboard.control.approvals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.approvals.ApprovalDesk;
import io.switchboard.control.approvals.Ticket;
import io.switchboard.control.approvals.TicketPage;
import io.switchboard.control.approvals.TicketState;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.FilterBar;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.text.NumberFormat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** What waits for an approval, and what became of the rest; latest first. The filter is in the address. */
@Route(":tenant/approvals")
@Menu(title = "Approvals", order = 240, icon = "vaadin:check-square-o")
@PageTitle("Approvals · Switchboard")
@PermitAll
class ApprovalsView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient ApprovalDesk desk;
    private final transient ActorNames names;
    private final transient Clock clock;

    ApprovalsView(TenantContexts contexts, ApprovalDesk desk, ActorNames names, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.names = names;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        add(new PageHeader("Approvals", "What may not happen before somebody else has said yes."));
        desk.againstViewing(context.caller())
                .ifPresentOrElse(
                        decision -> add(new NotAllowedToSee("approvals", decision)),
                        () -> list(
                                context, ApprovalAddress.of(event.getLocation().getQueryParameters())));
    }

    private void list(TenantContext context, ApprovalAddress address) {
        var page = desk.list(context.caller(), address.state(), address.after(), PAGE);
        if (page.total() == 0 && address.state().isEmpty()) {
            add(nothingYet(context));
            return;
        }
        add(new FilterBar(
                        "Filter approvals",
                        address.values(),
                        changed -> UI.getCurrent().navigate(context.path("approvals"), changed.query()))
                .choice("State", "state", List.of(TicketState.values()), TicketState::wire, TicketState::wire));
        if (page.total() == 0) {
            add(noMatch(context));
            return;
        }
        add(new Paragraph(total(page)), table(context, page));
        page.next().ifPresent(next -> {
            var link = new RouterLink("Earlier tickets", ApprovalsView.class, context.parameters());
            link.setQueryParameters(address.after(next).query());
            add(link);
        });
    }

    private Component table(TenantContext context, TicketPage page) {
        return new DataTable<Ticket>("Approvals")
                .column("What was asked", ticket -> link(context, ticket))
                .column("State", ticket -> TicketWords.state(ticket.state()))
                .column("Approvals", ticket -> new Span(TicketWords.quorum(ticket)))
                .column("Asked by", ticket -> new Span(names.of(ticket.tenant(), ticket.requester())))
                .column("Asked", ticket -> new RelativeTime(ticket.requestedAt(), clock))
                .column("Deadline", ticket -> new RelativeTime(ticket.deadline(), clock))
                .rows(page.items());
    }

    private static Component link(TenantContext context, Ticket ticket) {
        return new RouterLink(
                TicketWords.title(ticket),
                ApprovalView.class,
                context.parameters("approval", ticket.id().value()));
    }

    private static String total(TicketPage page) {
        var count = NumberFormat.getIntegerInstance(Locale.ENGLISH).format(page.total());
        return page.total() == 1 ? "1 ticket" : count + " tickets, latest first";
    }

    private static Component nothingYet(TenantContext context) {
        return new EmptyState(
                "Nothing waits for an approval",
                "What nobody should do alone waits here until somebody else has decided: a run that needs an approval, the next step of a ramp, a new version of the policies, or an identity provider that takes something from many members at once.",
                new Anchor(context.path("timeline"), "See what happened lately"));
    }

    private static Component noMatch(TenantContext context) {
        var all = new RouterLink("Show all tickets", ApprovalsView.class, context.parameters());
        return new EmptyState("No ticket matches", "No ticket is in the chosen state.", all);
    }
}
