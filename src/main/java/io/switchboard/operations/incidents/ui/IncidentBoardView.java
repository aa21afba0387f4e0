package io.switchboard.operations.incidents.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.operations.incidents.Incident;
import io.switchboard.operations.incidents.IncidentDesk;
import io.switchboard.operations.incidents.IncidentFilter;
import io.switchboard.operations.incidents.IncidentPage;
import io.switchboard.operations.incidents.IncidentStatus;
import io.switchboard.operations.incidents.ResponseTimes;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Open incidents by how they stand, and how quickly those of the last 30 days were looked after. */
@Route(":tenant/incidents/board")
@PageTitle("Incident board · Switchboard")
@StyleSheet("context://themes/base/incidents.css")
@PermitAll
class IncidentBoardView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final Duration PERIOD = Duration.ofDays(30);
    private static final int CARDS = 20;
    private static final List<IncidentStatus> COLUMNS =
            List.of(IncidentStatus.NEW, IncidentStatus.ACTIVE, IncidentStatus.WAITING, IncidentStatus.MITIGATED);

    private final transient IncidentDesk desk;
    private final transient Clock clock;

    IncidentBoardView(TenantContexts contexts, IncidentDesk desk, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        add(new PageHeader(
                "Incident board",
                "What is open, by how it stands; latest first.",
                new RouterLink("As a list", IncidentsView.class, context.parameters())));
        desk.againstViewing(context.caller())
                .ifPresentOrElse(decision -> add(new NotAllowedToSee("incidents", decision)), () -> board(context));
    }

    private void board(TenantContext context) {
        add(figures(desk.responseTimes(context.caller(), PERIOD)));
        var columns = new Div();
        columns.addClassName("incident-board");
        COLUMNS.forEach(status -> columns.add(column(context, status)));
        add(columns);
    }

    private static Component figures(ResponseTimes times) {
        var figures = new Div(
                figure("MTTA", "opened to acknowledged", times.mtta()),
                figure("MTTM", "opened to mitigated", times.mttm()),
                figure("MTTR", "opened to resolved", times.mttr()));
        figures.addClassName("incident-figures");
        var most = times.incidents() == IncidentDesk.MOST_MEASURED
                ? "the latest " + IncidentDesk.MOST_MEASURED + " incidents"
                : times.incidents() == 1 ? "the one incident" : "the " + times.incidents() + " incidents";
        return new Section(figures, new Paragraph("Medians over " + most + " opened in the last 30 days."));
    }

    private static Component figure(String name, String what, ResponseTimes.Median median) {
        var value = new Span(median.value().map(IncidentWords::took).orElse("–"));
        value.addClassName("incident-figure-value");
        var figure = new Div(
                new Span(name + ", " + what),
                value,
                new Span(median.of() == 0 ? "none came so far" : "of " + median.of() + " that came so far"));
        figure.addClassNames("card", "incident-figure");
        return figure;
    }

    private Component column(TenantContext context, IncidentStatus status) {
        var page = desk.list(
                context.caller(),
                new IncidentFilter(Optional.of(status), Optional.empty(), Optional.empty()),
                Optional.empty(),
                CARDS);
        var column = new Section(new H2(status.wire() + " · " + page.total()));
        column.addClassName("incident-column");
        if (page.items().isEmpty()) {
            column.add(new Paragraph("None."));
        }
        page.items().forEach(incident -> column.add(card(context, incident)));
        more(context, status, page).ifPresent(column::add);
        return column;
    }

    private Component card(TenantContext context, Incident incident) {
        var link = new RouterLink(
                incident.key(),
                IncidentView.class,
                context.parameters("incident", incident.id().value()));
        var card = new Div(link, new Span(incident.title()));
        incident.severity().ifPresent(severity -> card.add(IncidentWords.severity(severity)));
        incident.service().ifPresent(service -> card.add(new Span(service)));
        incident.openedAt().ifPresent(at -> card.add(new RelativeTime(at, clock)));
        card.addClassNames("card", "incident-card");
        return card;
    }

    private static Optional<Component> more(TenantContext context, IncidentStatus status, IncidentPage page) {
        if (page.next().isEmpty()) {
            return Optional.empty();
        }
        var all = new RouterLink("All " + page.total(), IncidentsView.class, context.parameters());
        all.setQueryParameters(QueryParameters.simple(Map.of("status", status.wire())));
        return Optional.of(all);
    }
}
