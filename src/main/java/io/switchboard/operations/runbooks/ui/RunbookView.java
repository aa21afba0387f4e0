package io.switchboard.operations.runbooks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.operations.entities.ui.LinkDesk;
import io.switchboard.operations.entities.ui.LinksOfThing;
import io.switchboard.operations.runbooks.Runbook;
import io.switchboard.operations.runbooks.RunbookDesk;
import io.switchboard.operations.runbooks.RunbookId;
import io.switchboard.operations.runbooks.RunbookVersion;
import io.switchboard.operations.runbooks.dialect.Finding;
import io.switchboard.operations.runbooks.dialect.Lint;
import io.switchboard.operations.runbooks.dialect.RunbookSteps;
import io.switchboard.operations.runbooks.dialect.RunbookText;
import io.switchboard.platform.components.AddressValues;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One runbook: its steps, what a reviewer would remark, and its versions, one of which the address can name: {@code ?version=2}. */
@Route(":tenant/runbooks/:runbook")
@PageTitle("Runbook · Switchboard")
@StyleSheet("context://themes/base/runbooks.css")
@PermitAll
class RunbookView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient RunbookDesk desk;
    private final transient RunbookOrigins origins;
    private final transient LinkDesk links;
    private final transient Clock clock;

    RunbookView(TenantContexts contexts, RunbookDesk desk, RunbookOrigins origins, LinkDesk links, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.origins = origins;
        this.links = links;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("runbooks", against.get()));
            return;
        }
        event.getRouteParameters()
                .get("runbook")
                .filter(RunbookId::isValid)
                .flatMap(id -> desk.find(context.caller(), new RunbookId(id)))
                .ifPresentOrElse(
                        runbook -> show(context, runbook, event.getLocation().getQueryParameters()),
                        () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, Runbook runbook, QueryParameters query) {
        var versions = desk.versions(context.caller(), runbook.id());
        var wanted = AddressValues.of(query).value("version", Integer::valueOf);
        var shown = versions.stream()
                .filter(version ->
                        wanted.filter(number -> number == version.version()).isPresent())
                .findFirst()
                .orElse(versions.getFirst());
        show(context, runbook, versions, shown);
    }

    private void show(TenantContext context, Runbook runbook, List<RunbookVersion> versions, RunbookVersion shown) {
        var definition = RunbookText.read(shown.definition());
        var steps = RunbookSteps.of(definition);
        var run = new Anchor("/" + context.path("runs/new?runbook=" + runbook.id()), "Run this runbook");
        run.addClassName("button");
        add(new PageHeader(shown.title(), sentence(definition), run));
        if (shown.version() != runbook.version()) {
            add(notice(shown, runbook));
        }
        add(card("About", new RunbookFacts(runbook, shown, definition)));
        remarks(Lint.of(definition)).ifPresent(this::add);
        add(card(RunbookWords.number(steps.size(), "step", "steps"), new StepList(steps)));
        if (links.mayRead(context.caller())) {
            add(new LinksOfThing(context, links, Runbook.KIND, runbook.key()));
        }
        add(card("Versions", new VersionTable(context, origins, clock, runbook, versions)));
        before(versions, shown)
                .ifPresent(old ->
                        add(card("What version " + shown.version() + " changed", new VersionChanges(old, shown))));
    }

    private static String sentence(Map<String, @Nullable Object> definition) {
        return Optional.ofNullable(definition.get("description"))
                .map(String::valueOf)
                .orElse("Its author gave it no description.");
    }

    private static Component notice(RunbookVersion shown, Runbook runbook) {
        var notice = new Paragraph(
                "This is version " + shown.version() + ". The runbook is at version " + runbook.version() + " now.");
        notice.addClassName("notice");
        return notice;
    }

    private static Optional<Component> remarks(List<Finding> findings) {
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        var list = new UnorderedList();
        findings.forEach(finding -> list.add(new ListItem(
                RunbookWords.styled("code", finding.code()),
                RunbookWords.styled("runbook-remark", finding.sentence()))));
        return Optional.of(card(RunbookWords.number(findings.size(), "remark", "remarks"), list));
    }

    private static Optional<RunbookVersion> before(List<RunbookVersion> versions, RunbookVersion shown) {
        return versions.stream()
                .filter(version -> version.version() < shown.version())
                .findFirst();
    }

    private static Section card(String title, Component content) {
        var section = new Section(new H2(title), content);
        section.addClassName("card");
        return section;
    }
}
