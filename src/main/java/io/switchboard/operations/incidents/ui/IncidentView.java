package io.switchboard.operations.incidents.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.operations.entities.ui.LinkDesk;
import io.switchboard.operations.entities.ui.LinksOfThing;
import io.switchboard.operations.incidents.Incident;
import io.switchboard.operations.incidents.IncidentChanges;
import io.switchboard.operations.incidents.IncidentDesk;
import io.switchboard.operations.incidents.IncidentId;
import io.switchboard.operations.incidents.IncidentStatus;
import io.switchboard.operations.incidents.Response;
import io.switchboard.operations.incidents.StateChange;
import io.switchboard.operations.runs.Run;
import io.switchboard.operations.runs.RunDesk;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One incident: how it stands, and the timeline that led there. */
@Route(":tenant/incidents/:incident")
@PageTitle("Incident · Switchboard")
@StyleSheet("context://themes/base/incidents.css")
@PermitAll
class IncidentView extends TenantView {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final transient IncidentDesk desk;
    private final transient LinkDesk links;
    private final transient IncidentChanges changes;
    private final transient RunDesk runs;
    private final transient Clock clock;

    IncidentView(
            TenantContexts contexts,
            IncidentDesk desk,
            IncidentChanges changes,
            LinkDesk links,
            RunDesk runs,
            Clock clock) {
        super(contexts);
        this.desk = desk;
        this.changes = changes;
        this.links = links;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("incidents", against.get()));
            return;
        }
        event.getRouteParameters()
                .get("incident")
                .filter(IncidentId::isValid)
                .flatMap(id -> desk.find(context.caller(), new IncidentId(id)))
                .ifPresentOrElse(
                        incident -> show(context, incident), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, Incident incident) {
        var title =
                incident.title().equals(incident.key()) ? incident.key() : incident.key() + " · " + incident.title();
        add(new PageHeader(title, "How it stands, and how it came there."));
        add(card("How it stands", facts(incident)));
        if (changes.may(context.caller(), IncidentChanges.UPDATE)) {
            add(new NextStatus(context, changes, incident));
        }
        var about = runs.about(context.caller(), incident.key());
        if (!about.isEmpty()) {
            add(card("Runs", runs(context, about)));
        }
        if (links.mayRead(context.caller())) {
            add(new LinksOfThing(context, links, Incident.KIND, incident.key()));
        }
        add(card("Timeline", timeline(incident)));
    }

    private Component facts(Incident incident) {
        var facts = new Facts().with("Status", IncidentWords.status(incident.status()));
        incident.severity().ifPresent(severity -> facts.with("Severity", IncidentWords.severity(severity)));
        incident.category().ifPresent(text -> facts.with("Category", text));
        incident.service().ifPresent(text -> facts.with("Service", text));
        incident.assignedTo().ifPresent(text -> facts.with("Assigned to", text));
        time(facts, "Opened", incident.openedAt());
        time(facts, "Resolved", incident.resolvedAt());
        time(facts, "Closed", incident.closedAt());
        var response = Response.of(incident);
        took(facts, "Time to acknowledge", response.acknowledged());
        took(facts, "Time to mitigate", response.mitigated());
        took(facts, "Time to resolve", response.resolved());
        return facts;
    }

    private static void took(Facts facts, String term, Optional<Duration> took) {
        took.ifPresent(time -> facts.with(term, IncidentWords.took(time)));
    }

    private Component runs(TenantContext context, List<Run> about) {
        return new DataTable<Run>("Runs")
                .column("Run", run -> new Anchor("/" + context.path("runs/" + run.id()), run.title()))
                .column("State", run -> new Span(run.state().wire()))
                .column("Started", run -> new RelativeTime(run.startedAt(), clock))
                .rows(about);
    }

    private void time(Facts facts, String term, Optional<Instant> at) {
        at.ifPresent(time -> facts.with(term, new RelativeTime(time, clock)));
    }

    private Component timeline(Incident incident) {
        return new DataTable<StateChange>("Timeline")
                .column("When (UTC)", IncidentView::when)
                .column(
                        "Status",
                        change -> IncidentWords.status(
                                IncidentStatus.parse(change.status()).orElse(IncidentStatus.NEW)))
                .column("In its own words", change -> new Span(text(change.said())))
                .column("By", change -> new Span(text(change.by())))
                .column("Note", change -> new Span(text(change.note())))
                .rows(incident.timeline());
    }

    /** Changes of one day follow each other by minutes, so the timeline has exact times. */
    private static Component when(StateChange change) {
        return new Span(Optional.ofNullable(change.at())
                .map(at -> EXACT.format(Instant.parse(at)))
                .orElse("not given"));
    }

    private static String text(@Nullable String text) {
        return text == null ? "–" : text;
    }

    private static Section card(String title, Component content) {
        var section = new Section(new H2(title), content);
        section.addClassName("card");
        return section;
    }
}
