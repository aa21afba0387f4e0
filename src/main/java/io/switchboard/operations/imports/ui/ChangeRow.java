package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import io.switchboard.operations.imports.FieldChange;
import io.switchboard.operations.imports.ImportDiff;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportStatus;
import io.switchboard.operations.imports.PlannedChange;
import io.switchboard.operations.imports.RowProblem;
import io.switchboard.platform.components.StateTag;

/** One row of a diff: what happens, to whom, each changed field before and after, and the tick where it raises privileges. */
final class ChangeRow extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ImportDiff diff;
    private final transient ImportPlan plan;

    ChangeRow(ImportDiff diff, ImportPlan plan, PlannedChange change, SerializableConsumer<Boolean> tick) {
        this.diff = diff;
        this.plan = plan;
        addClassName("imports-row");
        var key = Words.styled("imports-key", change.key().isEmpty() ? "(none)" : change.key());
        add(tag(change), key, middle(change, tick), Words.styled("imports-line", Words.place(change.place())));
    }

    /** {@code key} is what a row's key is called. */
    static Component head(String key) {
        var head =
                new Div(new Span("Action"), new Span(Words.capital(key)), new Span("What changes"), new Span("Where"));
        head.addClassNames("imports-row", "imports-row-head");
        return head;
    }

    static StateTag tag(PlannedChange change) {
        return switch (change) {
            case PlannedChange.Create create -> new StateTag(StateTag.Tone.SUCCESS, "create");
            case PlannedChange.Update update -> new StateTag(StateTag.Tone.INFO, "update");
            case PlannedChange.Remove remove -> new StateTag(StateTag.Tone.WARNING, "remove");
            case PlannedChange.Unchanged unchanged -> new StateTag(StateTag.Tone.NEUTRAL, "unchanged");
            case PlannedChange.Reject reject -> new StateTag(StateTag.Tone.DANGER, "reject");
            case PlannedChange.Conflict conflict -> new StateTag(StateTag.Tone.WARNING, "conflict");
        };
    }

    private Component middle(PlannedChange change, SerializableConsumer<Boolean> tick) {
        var middle = new Div();
        middle.addClassName("imports-what");
        switch (change) {
            case PlannedChange.Create create -> {
                middle.add(created(create));
                raises(middle, create.raises(), create.held(), create.ticked(), create.key(), tick);
            }
            case PlannedChange.Update update -> {
                update.fields().stream().filter(FieldChange::differs).forEach(field -> middle.add(changed(field)));
                raises(middle, update.raises(), update.held(), update.ticked(), update.key(), tick);
            }
            case PlannedChange.Remove remove -> middle.add(removed(remove));
            case PlannedChange.Unchanged unchanged -> middle.add(Words.styled("label", "no difference"));
            case PlannedChange.Reject reject -> reject.problems().forEach(problem -> middle.add(problem(problem)));
            case PlannedChange.Conflict conflict -> middle.add(new Span(conflict.reason()));
        }
        return middle;
    }

    private Component created(PlannedChange.Create create) {
        var values = new Div();
        values.addClassName("imports-created");
        create.fields().stream()
                .filter(FieldChange::differs)
                .forEach(field -> values.add(line(field, new Span(shown(field.field(), field.after())))));
        return values;
    }

    private Component removed(PlannedChange.Remove remove) {
        var values = new Div();
        values.addClassName("imports-created");
        remove.fields().stream()
                .filter(FieldChange::differs)
                .forEach(field ->
                        values.add(line(field, Words.styled("imports-before", shown(field.field(), field.before())))));
        return values;
    }

    private Component changed(FieldChange field) {
        var arrow = Words.styled("imports-arrow", "→");
        arrow.getElement().setAttribute("role", "img");
        arrow.getElement().setAttribute("aria-label", "becomes");
        return line(
                field,
                Words.styled("imports-before", shown(field.field(), field.before())),
                arrow,
                Words.styled("imports-after", shown(field.field(), field.after())));
    }

    private static Component line(FieldChange field, Component... values) {
        var line = new Div(Words.styled("imports-name", field.field()));
        line.add(values);
        line.addClassName("imports-change");
        return line;
    }

    private String shown(String field, String stored) {
        return Words.brief(stored.isEmpty() ? "—" : diff.shown(plan, field, stored));
    }

    private static Component problem(RowProblem problem) {
        var line = new Div(
                Words.styled("imports-name", problem.field()),
                Words.styled("code", problem.code()),
                new Span(problem.message() + "."),
                Words.styled("imports-fix", "Fix: " + problem.fix() + "."));
        line.addClassName("imports-change");
        return line;
    }

    private void raises(
            Div middle, boolean raises, boolean held, boolean ticked, String key, SerializableConsumer<Boolean> tick) {
        if (!raises) {
            return;
        }
        if (held && plan.status() == ImportStatus.PLANNED) {
            middle.add(tickable(ticked, key, tick));
        } else {
            middle.add(new StateTag(
                    StateTag.Tone.WARNING, held ? "raises privileges, not included" : "raises privileges, included"));
        }
    }

    private static Component tickable(boolean ticked, String key, SerializableConsumer<Boolean> tick) {
        var box = new Checkbox("⚠ raises privileges, tick to include", ticked);
        box.setAriaLabel("Include " + key + ", which raises privileges");
        box.addClassName("imports-tick");
        box.addValueChangeListener(change -> tick.accept(change.getValue()));
        return box;
    }
}
