package io.switchboard.operations.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.operations.runs.Run;
import io.switchboard.operations.runs.RunDesk;
import io.switchboard.operations.runs.RunFilter;
import io.switchboard.operations.runs.RunId;
import io.switchboard.operations.runs.RunPage;
import io.switchboard.operations.runs.RunState;
import io.switchboard.platform.components.AddressValues;
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
import java.util.Optional;

/** The tenant's runs, latest first. The filter is in the address. */
@Route(":tenant/runs")
@Menu(title = "Runs", order = 205, icon = "vaadin:play-circle-o")
@PageTitle("Runs · Switchboard")
@StyleSheet("context://themes/base/runs.css")
@PermitAll
class RunsView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient RunDesk desk;
    private final transient Clock clock;

    RunsView(TenantContexts contexts, RunDesk desk, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        add(new PageHeader("Runs", "What was run here, what it waits for, and how it ended."));
        var address = AddressValues.of(event.getLocation().getQueryParameters());
        desk.againstViewing(context.caller())
                .ifPresentOrElse(decision -> add(new NotAllowedToSee("runs", decision)), () -> list(context, address));
    }

    private void list(TenantContext context, AddressValues address) {
        var filter = new RunFilter(address.text("state").flatMap(RunState::parse), address.text("of"));
        var after = address.text("after").filter(RunId::isValid).map(RunId::new);
        var page = desk.list(context.caller(), filter, after, PAGE);
        var filters = filter.state().isPresent() || filter.origin().isPresent();
        if (page.total() == 0 && !filters) {
            add(new EmptyState(
                    "No runs yet",
                    "Run a command of the catalogue, or a runbook from its page. Every step leaves a receipt.",
                    new RouterLink("See the commands", CommandsView.class, context.parameters())));
            return;
        }
        add(filters(context, address), new Paragraph(total(page)), table(context, page));
        page.next().ifPresent(next -> add(older(context, address, next)));
    }

    private static FilterBar filters(TenantContext context, AddressValues address) {
        return new FilterBar(
                        "Filter runs",
                        address,
                        changed -> UI.getCurrent().navigate(context.path("runs"), changed.query()))
                .choice("State", "state", List.of(RunState.values()), RunState::wire, RunState::wire)
                .text("Of", "Runbook's id or command", "of");
    }

    private Component table(TenantContext context, RunPage page) {
        return new DataTable<Run>("Runs")
                .column("Run", run -> link(context, run))
                .column("Of", run -> new Span(RunWords.origin(run)))
                .column("State", run -> RunWords.state(run.state()))
                .column("Started", run -> new RelativeTime(run.startedAt(), clock))
                .column(
                        "Ended",
                        run -> run.endedAt()
                                .<Component>map(at -> new RelativeTime(at, clock))
                                .orElseGet(() -> new Span("not yet")))
                .rows(page.items());
    }

    private static Component link(TenantContext context, Run run) {
        return new RouterLink(
                run.title(), RunView.class, context.parameters("run", run.id().value()));
    }

    private static String total(RunPage page) {
        var count = NumberFormat.getIntegerInstance(Locale.ENGLISH).format(page.total());
        return page.total() == 1 ? "1 run" : count + " runs";
    }

    private static Component older(TenantContext context, AddressValues address, RunId last) {
        var link = new RouterLink("Earlier runs", RunsView.class, context.parameters());
        link.setQueryParameters(address.with("after", Optional.of(last.value())).query());
        return link;
    }
}
