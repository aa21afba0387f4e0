package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportStatus;

/** Stands where the rows will be while a dry run or a commit is under way. */
final class UnderWay extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LINES = 6;

    private final Paragraph progress = new Paragraph();

    UnderWay(ImportPlan plan, long rows) {
        addClassName("imports-under-way");
        progress.getElement().setAttribute("role", "status");
        add(progress, new Paragraph("You can close this page. The work goes on, and this address shows how it ended."));
        add(skeleton());
        update(plan, rows);
    }

    void update(ImportPlan plan, long rows) {
        progress.setText(
                plan.status() == ImportStatus.COMMITTING
                        ? "Committing " + Words.number(plan.counts().changes(), "change", "changes") + "…"
                        : "Reading and comparing: " + Words.number(rows, "row", "rows") + " so far…");
    }

    private static Div skeleton() {
        var skeleton = new Div();
        skeleton.addClassName("imports-skeleton");
        skeleton.getElement().setAttribute("aria-hidden", "true");
        for (int i = 0; i < LINES; i++) {
            skeleton.add(new Div());
        }
        return skeleton;
    }
}
