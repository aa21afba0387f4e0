package io.switchboard.operations.runbooks.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.switchboard.operations.runbooks.RunbookVersion;
import io.switchboard.operations.runbooks.dialect.RunbookText;
import io.switchboard.platform.components.LineDiff;
import io.switchboard.platform.components.LinesView;

/** Two versions line by line. */
final class VersionChanges extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    VersionChanges(RunbookVersion before, RunbookVersion after) {
        if (before.definition().equals(after.definition())) {
            getContent().add(new Paragraph("Both say the same; only how the file was written differs."));
            return;
        }
        var lines =
                LineDiff.between(RunbookText.readable(before.definition()), RunbookText.readable(after.definition()));
        getContent().add(new LinesView("Version " + before.version() + " to " + after.version(), lines));
    }
}
