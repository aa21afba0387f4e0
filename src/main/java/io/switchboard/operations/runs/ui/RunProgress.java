package io.switchboard.operations.runs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.runs.Answer;
import io.switchboard.operations.runs.Run;
import io.switchboard.operations.runs.RunDesk;
import io.switchboard.operations.runs.RunId;
import io.switchboard.operations.runs.RunOutline;
import io.switchboard.operations.runs.RunStep;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.TenantContext;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps that a run came to, what it waits for, and what can be done about it. Looks again every second while it is under way. */
final class RunProgress extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LOOK_AGAIN_MILLIS = 1_000;
    private static final int NEVER = -1;

    private final transient TenantContext context;
    private final transient RunDesk desk;
    private final transient ReceiptQuery receipts;
    private final transient Clock clock;
    private final transient RunId id;
    private final Div answer = new Div();
    private transient Optional<Run> shown = Optional.empty();

    RunProgress(TenantContext context, RunDesk desk, ReceiptQuery receipts, Clock clock, RunId id) {
        this.context = context;
        this.desk = desk;
        this.receipts = receipts;
        this.clock = clock;
        this.id = id;
        addClassName("run-page");
        answer.getElement().setAttribute("aria-live", "polite");
        look();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var registration = event.getUI().addPollListener(poll -> look());
        addDetachListener(detach -> registration.remove());
        event.getUI().setPollInterval(interval());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(NEVER);
    }

    private int interval() {
        return shown.filter(run -> run.state().isUnderWay()).isPresent() ? LOOK_AGAIN_MILLIS : NEVER;
    }

    /** What is as it was is left alone, so that nobody loses what they are typing. */
    void look() {
        var run = desk.find(context.caller(), id);
        if (!run.equals(shown)) {
            shown = run;
            run.ifPresent(this::show);
        }
        getUI().ifPresent(ui -> ui.setPollInterval(interval()));
    }

    private void show(Run run) {
        removeAll();
        add(header(run), answer, facts(run));
        run.asking().ifPresent(step -> add(asking(step)));
        add(card("Steps", steps(run)));
    }

    private Component header(Run run) {
        var sentence = RunWords.origin(run);
        if (run.state().isUnderWay()) {
            return new PageHeader(run.title(), sentence, cancel());
        }
        return run.back() || !desk.canBeUndone(run)
                ? new PageHeader(run.title(), sentence)
                : new PageHeader(run.title(), sentence, rollBack());
    }

    private Component cancel() {
        var cancel = new Button(
                "Cancel the run",
                click -> confirmed(
                        "Cancel this run?",
                        "It goes no further. What was done stays done until you roll it back.",
                        "Cancel the run",
                        () -> desk.cancel(context.caller(), id).ifPresent(ended -> ended("cancel this run", ended))));
        cancel.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return cancel;
    }

    private Component rollBack() {
        return new Button(
                "Roll back",
                click -> confirmed(
                        "Roll this run back?",
                        "The steps that were done are undone, the last one first. Steps that nothing undoes are listed as such.",
                        "Roll back",
                        () -> desk.rollBack(context.caller(), id)
                                .ifPresent(ended -> ended("roll this run back", ended))));
    }

    private static void confirmed(String title, String text, String word, Runnable then) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(title);
        dialog.setText(text);
        dialog.setConfirmText(word);
        dialog.setCancelable(true);
        dialog.setCancelText("Leave it");
        dialog.addConfirmListener(confirm -> then.run());
        dialog.open();
    }

    private void ended(String wanted, Enforced<?> ended) {
        answer.removeAll();
        if (!(ended instanceof Enforced.Done)) {
            answer.add(Refusal.of(context.slug(), wanted, ended));
        }
        look();
    }

    private Component facts(Run run) {
        var facts = new Facts()
                .with("State", RunWords.state(run.state()))
                .with("Started", new RelativeTime(run.startedAt(), clock));
        run.endedAt().ifPresent(at -> facts.with("Ended", new RelativeTime(at, clock)));
        run.receipt().ifPresent(receipt -> facts.with("Receipt of the start", badge(receipt, states(run))));
        run.inputs().forEach(facts::with);
        return card("How it stands", facts);
    }

    private Component asking(RunStep step) {
        return card("It waits for your word", new StepQuestion(step, this::say));
    }

    private void say(RunStep step, Answer word, String note) {
        desk.answer(context.caller(), id, step.number(), word, note)
                .ifPresent(ended -> ended("answer this step", ended));
    }

    private Component steps(Run run) {
        var outline = new RunOutline(run);
        var states = states(run);
        var list = new Div();
        list.addClassName("run-steps");
        run.steps().forEach(step -> list.add(step(step, outline, states)));
        outline.toCome().forEach(title -> list.add(toCome(title)));
        return list;
    }

    private static Component toCome(String title) {
        var head = new Div(new StateTag(StateTag.Tone.NEUTRAL, "to come"), RunWords.styled("run-step-name", title));
        head.addClassName("run-step-head");
        var step = new Div(head);
        step.addClassNames("run-step", "run-step-to-come");
        return step;
    }

    private Component step(RunStep step, RunOutline outline, Map<ReceiptId, LogState> states) {
        var head = new Div(
                RunWords.state(step.state()),
                RunWords.styled("run-step-name", (step.back() ? "Undo: " : "") + outline.title(step.step())),
                RunWords.styled("label", step.attempt() > 1 ? "attempt " + step.attempt() : ""),
                new RelativeTime(step.startedAt(), clock));
        head.addClassName("run-step-head");
        var shownStep = new Div(head, RunWords.styled("run-says", step.says()));
        step.ticket()
                .ifPresent(ticket ->
                        shownStep.add(new Anchor("/" + context.path("approvals/" + ticket), "See the approval")));
        Optional.ofNullable(step.outputs().get("file")).ifPresent(file -> shownStep.add(file(file)));
        step.receipt().ifPresent(receipt -> shownStep.add(badge(receipt, states)));
        shownStep.addClassName("run-step");
        return shownStep;
    }

    /** Whoever may not have it is not offered it, and is not given it either. */
    private Component file(String id) {
        return desk.fileName(context.caller(), id)
                .<Component>map(name -> new Anchor(
                        DownloadHandler.fromInputStream(_ -> desk.file(context.caller(), id)
                                .map(now -> new DownloadResponse(
                                        new ByteArrayInputStream(now.content()),
                                        now.name(),
                                        now.mediaType(),
                                        now.content().length))
                                .orElseGet(() -> DownloadResponse.error(404))),
                        "Download " + name))
                .orElseGet(() -> new Span("Its file is not kept any more, or is not yours to download."));
    }

    private Map<ReceiptId, LogState> states(Run run) {
        var ids = Stream.concat(run.receipt().stream(), run.steps().stream().flatMap(step -> step.receipt().stream()))
                .toList();
        return ids.isEmpty() ? Map.of() : receipts.states(run.tenant(), List.copyOf(ids));
    }

    private Component badge(ReceiptId receipt, Map<ReceiptId, LogState> states) {
        return new ReceiptBadge(context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING));
    }

    private static Section card(String title, Component content) {
        var section = new Section(new H2(title), content);
        section.addClassName("card");
        return section;
    }
}
