package io.switchboard.operations.runbooks.ui;

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
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.operations.runbooks.Runbook;
import io.switchboard.operations.runbooks.RunbookDesk;
import io.switchboard.operations.runbooks.RunbookId;
import io.switchboard.operations.runbooks.RunbookPage;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.FilterBar;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.function.Function;

/** The tenant's runbooks, by title. The filter is in the address. */
@Route(":tenant/runbooks")
@Menu(title = "Runbooks", order = 210, icon = "vaadin:open-book")
@PageTitle("Runbooks · Switchboard")
@PermitAll
class RunbooksView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient RunbookDesk desk;
    private final transient Clock clock;

    RunbooksView(TenantContexts contexts, RunbookDesk desk, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        add(new PageHeader("Runbooks", "What is to be done, step by step, with every version that there was."));
        desk.againstViewing(context.caller())
                .ifPresentOrElse(
                        decision -> add(new NotAllowedToSee("runbooks", decision)),
                        () -> list(
                                context, RunbookAddress.of(event.getLocation().getQueryParameters())));
    }

    private void list(TenantContext context, RunbookAddress address) {
        var page = desk.list(context.caller(), address.filter(), address.after(), PAGE);
        if (page.total() == 0 && !address.filters()) {
            add(nothingYet(context));
            return;
        }
        add(new FilterBar(
                        "Filter runbooks",
                        address.values(),
                        changed -> UI.getCurrent().navigate(context.path("runbooks"), changed.query()))
                .text("Search", "Id or title", "q")
                .choice(
                        "Written as",
                        "dialect",
                        RunbookWords.DIALECTS.keySet(),
                        Function.identity(),
                        RunbookWords::dialect));
        if (page.total() == 0) {
            add(noMatch(context));
            return;
        }
        add(new Paragraph(RunbookWords.number(page.total(), "runbook", "runbooks")), table(context, page));
        page.next().ifPresent(next -> add(more(context, address, next)));
    }

    private Component table(TenantContext context, RunbookPage page) {
        return new DataTable<Runbook>("Runbooks")
                .column("Title", runbook -> link(context, runbook))
                .column("Id", runbook -> RunbookWords.styled("code", runbook.key()))
                .column("Written as", runbook -> new Span(RunbookWords.dialect(runbook.dialect())))
                .column("Steps", runbook -> new Span(String.valueOf(runbook.steps())))
                .column("Version", runbook -> new Span(String.valueOf(runbook.version())))
                .column("Since", runbook -> new RelativeTime(runbook.updatedAt(), clock))
                .rows(page.items());
    }

    private static Component link(TenantContext context, Runbook runbook) {
        return new RouterLink(
                runbook.title(),
                RunbookView.class,
                context.parameters("runbook", runbook.id().value()));
    }

    private static Component more(TenantContext context, RunbookAddress address, RunbookId last) {
        var link = new RouterLink("More runbooks", RunbooksView.class, context.parameters());
        link.setQueryParameters(address.after(last).query());
        return link;
    }

    private static Component nothingYet(TenantContext context) {
        return new EmptyState(
                "No runbooks yet",
                "Bring what your team does by hand today, or what another tool runs: runbooks in YAML or JSON, CACAO playbooks, or Keep workflows.",
                new Anchor("/" + context.path("imports/new?kind=runbooks"), "Import runbooks"));
    }

    private static Component noMatch(TenantContext context) {
        var all = new RouterLink("Show all runbooks", RunbooksView.class, context.parameters());
        return new EmptyState("No runbook matches", "Nothing here has all of the chosen values.", all);
    }
}
