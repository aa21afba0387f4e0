package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.switchboard.operations.imports.FieldChange;
import io.switchboard.operations.imports.ImportDiff;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.Place;
import io.switchboard.operations.imports.PlannedChange;
import io.switchboard.operations.imports.RowProblem;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.LineDiff;
import io.switchboard.platform.components.LinesView;

/** A row unfolded: every field that the file has, changed or not; or every problem with its fix. */
final class ChangeDetails extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ImportDiff diff;
    private final transient ImportPlan plan;

    ChangeDetails(ImportDiff diff, ImportPlan plan, PlannedChange change) {
        this.diff = diff;
        this.plan = plan;
        addClassName("imports-details");
        add(new Paragraph("Row " + Words.number(change.row()) + " of the "
                + (plan.reverts().isEmpty() ? "file" : "reverted import") + ", " + Words.place(change.place()) + "."));
        switch (change) {
            case PlannedChange.Create create -> add(fields(create));
            case PlannedChange.Update update -> add(fields(update));
            case PlannedChange.Remove remove -> add(fields(remove));
            case PlannedChange.Conflict conflict -> add(new Paragraph(conflict.reason() + "."), fields(conflict));
            case PlannedChange.Unchanged unchanged ->
                add(new Paragraph(
                        plan.reverts().isEmpty()
                                ? "Every field that the file has is already what the file says."
                                : "It is already as it was before the import."));
            case PlannedChange.Reject reject -> reject.problems().forEach(problem -> add(problem(reject, problem)));
        }
    }

    private Component fields(PlannedChange change) {
        var all = new Div(table(change));
        change.fields().stream().filter(this::isLong).forEach(field -> all.add(text(field)));
        return all;
    }

    private boolean isLong(FieldChange field) {
        return !Words.isBrief(shown(field.field(), field.before()))
                || !Words.isBrief(shown(field.field(), field.after()));
    }

    private Component text(FieldChange field) {
        var lines = LineDiff.between(
                field.before().isEmpty() ? "" : shown(field.field(), field.before()),
                field.after().isEmpty() ? "" : shown(field.field(), field.after()));
        return new LinesView(field.field(), lines);
    }

    private Component table(PlannedChange change) {
        return new DataTable<FieldChange>("Fields of " + change.key())
                .column("Field", field -> new Span(field.field()))
                .column("Before", field -> new Span(Words.brief(shown(field.field(), field.before()))))
                .column("After", field -> new Span(Words.brief(shown(field.field(), field.after()))))
                .column("", field -> new Span(field.differs() ? "changes" : "same"))
                .rows(change.fields());
    }

    private String shown(String field, String stored) {
        return stored.isEmpty() ? "—" : diff.shown(plan, field, stored);
    }

    private static Component problem(PlannedChange.Reject change, RowProblem problem) {
        return new Facts()
                .with(change.place() instanceof Place.Pointer ? "At" : "Field", problem.field())
                .with("Code", problem.code())
                .with("Problem", problem.message())
                .with("Fix", problem.fix());
    }
}
