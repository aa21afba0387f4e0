package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.imports.SavedMapping;
import io.switchboard.operations.imports.schedules.ImportSchedule;
import io.switchboard.operations.imports.schedules.RunOutcome;
import io.switchboard.operations.imports.schedules.ScheduleId;
import io.switchboard.operations.imports.schedules.ScheduleRun;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A schedule as it stands; it looks again while a run is under way. */
final class SchedulePage extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;
    private static final int LOOK_AGAIN_MILLIS = 1500;
    private static final int NEVER = -1;

    private final transient TenantContext context;
    private final transient ScheduleDesk desk;
    private final transient ScheduleId id;
    private final Section answer = new Section();
    private boolean underWay;

    SchedulePage(TenantContext context, ScheduleDesk desk, ScheduleId id) {
        this.context = context;
        this.desk = desk;
        this.id = id;
        addClassName("imports-page");
        answer.getElement().setAttribute("aria-live", "polite");
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var registration = event.getUI().addPollListener(poll -> lookAgain());
        addDetachListener(detach -> registration.remove());
        event.getUI().setPollInterval(underWay ? LOOK_AGAIN_MILLIS : NEVER);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(NEVER);
    }

    private void lookAgain() {
        if (underWay) {
            refresh();
        }
    }

    void refresh() {
        removeAll();
        desk.schedules().find(context.caller(), id).ifPresentOrElse(this::show, this::deleted);
        getUI().ifPresent(ui -> ui.setPollInterval(underWay ? LOOK_AGAIN_MILLIS : NEVER));
    }

    private void deleted() {
        underWay = false;
        add(answer, new Paragraph("This schedule was deleted. Its imports and receipts stay."), back());
    }

    private void show(ImportSchedule schedule) {
        underWay = schedule.last()
                .filter(run -> run.outcome() == RunOutcome.RUNNING)
                .isPresent();
        add(new PageHeader(schedule.name(), SchedulesView.SENTENCE, runNow()));
        add(answer);
        schedule.pausedBecause().ifPresent(because -> add(notice(because)));
        add(facts(schedule), actions(schedule), history(), change(schedule), back());
    }

    private static Component notice(String because) {
        var notice = new Paragraph("Paused. " + because);
        notice.addClassName("notice");
        return notice;
    }

    private Component facts(ImportSchedule schedule) {
        var facts = new Facts()
                .with("State", ScheduleWords.state(schedule))
                .with(
                        "Address",
                        Words.styled("schedule-address", schedule.source().shown()))
                .with("Access", ScheduleWords.access(schedule.source().access()))
                .with("Kind", Words.capital(schedule.kind()))
                .with("Saved mapping", mapping(schedule))
                .with("Every", ScheduleWords.every(schedule.every()))
                .with("With the plan", ScheduleWords.onPlan(schedule.onPlan()))
                .with("On behalf of", desk.named(context.tenant().id(), schedule.owner()))
                .with("Next run", next(schedule));
        schedule.authority()
                .ifPresent(
                        receipt -> facts.with("Set with", new ReceiptBadge(context.slug(), receipt, LogState.PENDING)));
        if (schedule.failures() > 0) {
            facts.with(
                    "Failures in a row",
                    schedule.failures() + " of " + ImportSchedule.MOST_FAILURES + ", after which it pauses");
        }
        var card = new Section(facts);
        card.addClassName("card");
        return card;
    }

    private String mapping(ImportSchedule schedule) {
        return schedule.mapping().isEmpty()
                ? "none: columns are recognised by their names"
                : schedule.mapping()
                        .flatMap(saved -> desk.mappings().find(context.caller(), saved))
                        .map(SavedMapping::name)
                        .orElse("was deleted: choose another one");
    }

    private Component next(ImportSchedule schedule) {
        return schedule.paused()
                ? new Span("when it runs again")
                : new RelativeTime(schedule.nextRunAt(), desk.clock());
    }

    private Button runNow() {
        var run = new Button(
                "Run now", click -> did("run this schedule", desk.schedules().run(context.caller(), id)));
        run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        run.setEnabled(!underWay);
        run.setDisableOnClick(true);
        return run;
    }

    private Component actions(ImportSchedule schedule) {
        var pause = schedule.paused()
                ? new Button(
                        "Let it run again, on my behalf",
                        click -> did("resume this schedule", desk.schedules().resume(context.caller(), id)))
                : new Button(
                        "Pause",
                        click -> did("pause this schedule", desk.schedules().pause(context.caller(), id)));
        var delete = new Button("Delete", click -> confirmDeletion(schedule));
        delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        var actions = new Div(pause, delete);
        actions.addClassName("imports-actions");
        return actions;
    }

    private void confirmDeletion(ImportSchedule schedule) {
        var dialog = new ConfirmDialog();
        dialog.setHeader("Delete this schedule?");
        dialog.setText("“" + schedule.name()
                + "” will not run again, and the list of its runs goes with it. Imports and" + " receipts stay.");
        dialog.setCancelable(true);
        dialog.setConfirmText("Delete");
        dialog.addConfirmListener(
                confirm -> did("delete this schedule", desk.schedules().delete(context.caller(), id)));
        dialog.open();
    }

    private void did(String wanted, Optional<Enforced<ImportSchedule>> ended) {
        answer.removeAll();
        ended.filter(each -> !(each instanceof Enforced.Done))
                .ifPresent(each -> answer.add(Refusal.of(context.slug(), wanted, each)));
        refresh();
    }

    private Component history() {
        List<ScheduleRun> runs = desk.schedules().runs(context.caller(), id, Optional.empty(), SHOWN);
        var section = new Section(new H2("Runs"));
        if (runs.isEmpty()) {
            section.add(new Paragraph("None yet. The first one begins within seconds of its time."));
            return section;
        }
        var states = states(runs.stream().flatMap(run -> run.receipt().stream()).toList());
        var table = new DataTable<ScheduleRun>("Runs of this schedule")
                .column("When", run -> new RelativeTime(run.startedAt(), desk.clock()))
                .column("Outcome", run -> ScheduleWords.outcome(run.outcome()))
                .column("What happened", run -> Words.styled("schedule-sentence", run.sentence()))
                .column("Import", this::imported)
                .column("Receipt", run -> receipt(run, states))
                .rows(runs);
        section.add(table);
        return section;
    }

    private Component imported(ScheduleRun run) {
        return run.imported()
                .<Component>map(imported ->
                        new RouterLink("Open", ImportView.class, context.parameters("import", imported.value())))
                .orElseGet(() -> new Span("—"));
    }

    private Component receipt(ScheduleRun run, Map<ReceiptId, LogState> states) {
        return run.receipt().map(receipt -> badge(receipt, states)).orElseGet(() -> new Span("—"));
    }

    private Map<ReceiptId, LogState> states(List<ReceiptId> receipts) {
        return desk.states(context.tenant().id(), receipts);
    }

    private Component badge(ReceiptId receipt, Map<ReceiptId, LogState> states) {
        return new ReceiptBadge(context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING));
    }

    private Component change(ImportSchedule schedule) {
        var form = new ScheduleForm(
                context,
                desk,
                Optional.of(schedule),
                "Save changes",
                draft -> did("change this schedule", desk.schedules().change(context.caller(), id, draft)));
        return new Details("Change this schedule", form);
    }

    private Component back() {
        return new Paragraph(new RouterLink("All schedules", SchedulesView.class, context.parameters()));
    }
}
