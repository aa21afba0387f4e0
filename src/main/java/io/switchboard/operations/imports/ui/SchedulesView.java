package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.operations.imports.schedules.ImportSchedule;
import io.switchboard.operations.imports.schedules.ScheduleRun;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** Files that are fetched by the clock. */
@Route(":tenant/imports/schedules")
@PageTitle("Scheduled imports · Switchboard")
@StyleSheet("context://themes/base/imports.css")
@PermitAll
class SchedulesView extends TenantView {

    private static final long serialVersionUID = 1L;
    static final String TITLE = "Scheduled imports";
    static final String SENTENCE = "Files that the portal fetches by itself, each run a dry run first.";

    private final transient ScheduleDesk desk;

    SchedulesView(TenantContexts contexts, ScheduleDesk desk) {
        super(contexts);
        this.desk = desk;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        desk.access()
                .againstViewing(context.caller())
                .ifPresentOrElse(
                        decision -> add(new PageHeader(TITLE, SENTENCE), new NotAllowedToSee("imports", decision)),
                        () -> show(context, desk.schedules().all(context.caller())));
    }

    private void show(TenantContext context, List<ImportSchedule> schedules) {
        if (schedules.isEmpty()) {
            add(
                    new PageHeader(TITLE, SENTENCE),
                    new EmptyState(
                            "No schedules yet",
                            "Name an https address or an object in a bucket, and how often it is fetched. Unchanged"
                                    + " content makes no new plan.",
                            create(context)));
            return;
        }
        add(new PageHeader(TITLE, SENTENCE, create(context)), table(context, schedules));
        add(new Paragraph(new RouterLink("All imports", ImportsView.class, context.parameters())));
    }

    private static Component create(TenantContext context) {
        var button = new Button(
                "New schedule",
                click -> click.getSource()
                        .getUI()
                        .ifPresent(ui -> ui.navigate(NewScheduleView.class, context.parameters())));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private Component table(TenantContext context, List<ImportSchedule> schedules) {
        var table = new DataTable<ImportSchedule>(TITLE)
                .column("Name", schedule -> link(context, schedule))
                .column("Kind", schedule -> new Span(Words.capital(schedule.kind())))
                .column("State", ScheduleWords::state)
                .column("Every", schedule -> new Span(ScheduleWords.every(schedule.every())))
                .column("Last run", this::last)
                .column("Outcome", schedule -> outcome(schedule.last()))
                .column("Next run", this::next)
                .rows(schedules);
        table.addClassName("imports-list");
        return table;
    }

    private static Component link(TenantContext context, ImportSchedule schedule) {
        var link = new RouterLink(
                schedule.name(),
                ScheduleView.class,
                context.parameters("schedule", schedule.id().value()));
        link.addClassName("imports-file");
        return link;
    }

    private Component last(ImportSchedule schedule) {
        return schedule.last()
                .<Component>map(run -> new RelativeTime(run.startedAt(), desk.clock()))
                .orElseGet(() -> new Span("not yet"));
    }

    private static Component outcome(Optional<ScheduleRun> run) {
        return run.<Component>map(last -> ScheduleWords.outcome(last.outcome())).orElseGet(() -> new Span("—"));
    }

    private Component next(ImportSchedule schedule) {
        return schedule.paused() ? new Span("paused") : new RelativeTime(schedule.nextRunAt(), desk.clock());
    }
}
