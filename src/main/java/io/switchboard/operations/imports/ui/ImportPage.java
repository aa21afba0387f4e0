package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.Upload;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Shows the step at which an import stands, and looks again while work on it is under way. */
final class ImportPage extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LOOK_AGAIN_MILLIS = 700;
    private static final int NEVER = -1;

    private final transient TenantContext context;
    private final transient ImportDesk desk;
    private final transient ImportId id;
    private transient @Nullable Work work;
    private @Nullable UnderWay underWay;
    private final transient Section answer = new Section();

    /** Something that this page started, and what it is called. */
    private record Work(String wanted, CompletableFuture<Optional<Enforced<ImportPlan>>> run) {}

    ImportPage(TenantContext context, ImportDesk desk, ImportId id) {
        this.context = context;
        this.desk = desk;
        this.id = id;
        addClassName("imports-page");
        answer.getElement().setAttribute("aria-live", "polite");
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var registration = event.getUI().addPollListener(poll -> look());
        addDetachListener(detach -> registration.remove());
        event.getUI().setPollInterval(isUnderWay() ? LOOK_AGAIN_MILLIS : NEVER);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(NEVER);
    }

    void dryRun() {
        start("plan this import", desk.jobs().plan(context.caller(), id, Map.of()));
    }

    void commit() {
        start("commit this import", desk.jobs().commit(context.caller(), id));
    }

    void discard() {
        desk.imports().discard(context.caller(), id).ifPresent(ended -> ended("discard this import", ended));
        refresh();
    }

    void again() {
        desk.jobs().again(context.caller(), id).ifPresent(this::repeated);
    }

    void revert() {
        desk.jobs().revert(context.caller(), id).ifPresent(this::repeated);
    }

    private void repeated(Upload upload) {
        answer.removeAll();
        switch (upload) {
            case Upload.Accepted(var plan) ->
                getUI().ifPresent(ui -> ui.navigate(
                        ImportView.class, context.parameters("import", plan.id().value())));
            case Upload.Unreadable(var code, var explanation) ->
                answer.add(new Paragraph(explanation + " (" + code + ")"));
            case Upload.Refused(var refusal) -> answer.add(Refusal.of(context.slug(), "plan this import", refusal));
        }
    }

    private void start(String wanted, CompletableFuture<Optional<Enforced<ImportPlan>>> run) {
        answer.removeAll();
        work = new Work(wanted, run);
        refresh();
    }

    /** Called while work is under way, by this page or by anybody else. */
    void look() {
        var mine = work;
        if (mine != null && mine.run().isDone()) {
            work = null;
            settle(mine);
        }
        refresh();
    }

    private void settle(Work done) {
        if (done.run().isCompletedExceptionally()) {
            answer.add(new Paragraph(
                    "Something broke while the portal did this. The import says below where it stands; try again."));
        } else {
            done.run().join().ifPresent(ended -> ended(done.wanted(), ended));
        }
    }

    /** What became of something that is not the import itself; the draft is as it was. */
    void answered(String wanted, Enforced<?> ended) {
        answer.removeAll();
        ended(wanted, ended);
        refresh();
    }

    private void ended(String wanted, Enforced<?> ended) {
        if (!(ended instanceof Enforced.Done)) {
            answer.add(Refusal.of(context.slug(), wanted, ended));
        }
    }

    private boolean isUnderWay() {
        return underWay != null;
    }

    void refresh() {
        var plan = desk.imports().find(context.caller(), id).orElseThrow();
        if (work != null || desk.jobs().isRunning(id) || plan.status().isUnderWay()) {
            underWay(plan.underWay(), desk.diff().staged(context.caller(), id));
        } else {
            underWay = null;
            removeAll();
            add(step(plan));
        }
        getUI().ifPresent(ui -> ui.setPollInterval(isUnderWay() ? LOOK_AGAIN_MILLIS : NEVER));
    }

    private void underWay(ImportPlan plan, long rows) {
        var shown = underWay;
        if (shown == null) {
            removeAll();
            shown = new UnderWay(plan, rows);
            underWay = shown;
            add(new ImportHeader(context, desk, plan), answer, shown);
        }
        shown.update(plan, rows);
    }

    /** Shows why something was not taken over; the draft is as it was. */
    void said(Optional<String> problem) {
        answer.removeAll();
        problem.ifPresent(text -> answer.add(new Paragraph(text)));
        refresh();
    }

    private Component draft(ImportPlan plan) {
        return plan.source().isDocument()
                ? new DocumentStep(context, desk, this, plan)
                : new MappingStep(context, desk, this, plan);
    }

    private Component[] step(ImportPlan plan) {
        return switch (plan.status()) {
            case UPLOADED -> new Component[] {answer, draft(plan)};
            case PLANNED -> new Component[] {answer, new DiffStep(context, desk, this, plan)};
            case PLANNING, COMMITTING -> throw new IllegalStateException("under way: " + plan.id());
            case COMMITTED, STALE, EXPIRED, FAILED, DISCARDED ->
                new Component[] {new ImportHeader(context, desk, plan), answer, new EndedStep(context, desk, this, plan)
                };
        };
    }
}
