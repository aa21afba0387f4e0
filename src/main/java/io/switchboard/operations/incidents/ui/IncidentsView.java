package io.switchboard.operations.incidents.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.operations.incidents.Incident;
import io.switchboard.operations.incidents.IncidentChanges;
import io.switchboard.operations.incidents.IncidentDesk;
import io.switchboard.operations.incidents.IncidentId;
import io.switchboard.operations.incidents.IncidentPage;
import io.switchboard.operations.incidents.IncidentStatus;
import io.switchboard.operations.incidents.Severity;
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

/** The tenant's incidents, latest first. The filter is in the address. */
@Route(":tenant/incidents")
@Menu(title = "Incidents", order = 220, icon = "vaadin:exclamation-circle-o")
@PageTitle("Incidents · Switchboard")
@StyleSheet("context://themes/base/incidents.css")
@PermitAll
class IncidentsView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient IncidentDesk desk;
    private final transient IncidentChanges changes;
    private final transient Clock clock;

    IncidentsView(TenantContexts contexts, IncidentDesk desk, IncidentChanges changes, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        add(new PageHeader("Incidents", "What went wrong, how it stands, and how it came there.", actions(context)));
        desk.againstViewing(context.caller())
                .ifPresentOrElse(
                        decision -> add(new NotAllowedToSee("incidents", decision)),
                        () -> list(
                                context, IncidentAddress.of(event.getLocation().getQueryParameters())));
    }

    private Component actions(TenantContext context) {
        var actions = new Div(new RouterLink("Board", IncidentBoardView.class, context.parameters()));
        if (changes.may(context.caller(), IncidentChanges.OPEN)) {
            var open = new Button("Open an incident", click -> new OpenIncident(context, changes).open());
            open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(open);
        }
        actions.addClassName("page-actions");
        return actions;
    }

    private void list(TenantContext context, IncidentAddress address) {
        var page = desk.list(context.caller(), address.filter(), address.after(), PAGE);
        if (page.total() == 0 && !address.filters()) {
            add(nothingYet(context));
            return;
        }
        add(filters(context, address));
        if (page.total() == 0) {
            add(noMatch(context));
            return;
        }
        add(new Paragraph(total(page)), table(context, page));
        page.next().ifPresent(next -> add(older(context, address, next)));
    }

    private static FilterBar filters(TenantContext context, IncidentAddress address) {
        return new FilterBar(
                        "Filter incidents",
                        address.values(),
                        changed -> UI.getCurrent().navigate(context.path("incidents"), changed.query()))
                .text("Search", "Number, title or service", "q")
                .choice(
                        "Status",
                        "status",
                        List.of(IncidentStatus.values()),
                        IncidentStatus::wire,
                        IncidentStatus::wire)
                .choice("Severity", "severity", List.of(Severity.values()), Severity::word, Severity::word);
    }

    private Component table(TenantContext context, IncidentPage page) {
        return new DataTable<Incident>("Incidents")
                .column("Incident", incident -> link(context, incident))
                .column("Title", incident -> new Span(incident.title().equals(incident.key()) ? "–" : incident.title()))
                .column("Status", incident -> IncidentWords.status(incident.status()))
                .column(
                        "Severity",
                        incident -> incident.severity()
                                .<Component>map(IncidentWords::severity)
                                .orElseGet(() -> new Span("not given")))
                .column("Service", incident -> new Span(incident.service().orElse("–")))
                .column(
                        "Opened",
                        incident -> incident.openedAt()
                                .map(at -> new RelativeTime(at, clock))
                                .<Component>map(time -> time)
                                .orElseGet(() -> new Span("not given")))
                .rows(page.items());
    }

    private static Component link(TenantContext context, Incident incident) {
        return new RouterLink(
                incident.key(),
                IncidentView.class,
                context.parameters("incident", incident.id().value()));
    }

    private static String total(IncidentPage page) {
        var count = NumberFormat.getIntegerInstance(Locale.ENGLISH).format(page.total());
        return page.total() == 1 ? "1 incident" : count + " incidents";
    }

    private static Component older(TenantContext context, IncidentAddress address, IncidentId last) {
        var link = new RouterLink("Earlier incidents", IncidentsView.class, context.parameters());
        link.setQueryParameters(address.after(last).query());
        return link;
    }

    private static Component nothingYet(TenantContext context) {
        return new EmptyState(
                "No incidents yet",
                "Bring the incidents of the system you have used so far, from a CSV file: one row an incident, or one row a change of its state.",
                new Anchor("/" + context.path("imports/new?kind=incidents"), "Import incidents"));
    }

    private static Component noMatch(TenantContext context) {
        var all = new RouterLink("Show all incidents", IncidentsView.class, context.parameters());
        return new EmptyState("No incident matches", "Nothing here has all of the chosen values.", all);
    }
}
