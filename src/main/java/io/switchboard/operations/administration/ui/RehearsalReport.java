package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.administration.Rehearsed;
import io.switchboard.platform.components.Counts;
import io.switchboard.platform.components.StateTag;

/** What a rehearsal has shown, in numbers, and the receipt of it. */
final class RehearsalReport extends Section {

    private static final long serialVersionUID = 1L;

    RehearsalReport(Slug tenant, Enforced.Done<Rehearsed> done) {
        addClassNames("card", "rehearsal");
        getElement().setAttribute("role", "status");
        var rehearsed = done.value();
        var head = new Div(
                new StateTag(StateTag.Tone.SUCCESS, "would work"),
                new ReceiptBadge(tenant, done.receipt().id(), LogState.PENDING));
        head.addClassName("proof-line");
        var checks = new UnorderedList();
        checks.addClassName("rehearsal-checks");
        rehearsed.checks().forEach(check -> checks.add(new ListItem(check)));
        add(
                new H2("Rotation rehearsed, nothing changed"),
                head,
                new Counts()
                        .with(
                                StateTag.Tone.SUCCESS,
                                rehearsed.receipts(),
                                plural(rehearsed.receipts(), "old receipt") + " verified")
                        .with(
                                StateTag.Tone.SUCCESS,
                                rehearsed.keys(),
                                plural(rehearsed.keys(), "key") + " that had signed")
                        .with(StateTag.Tone.SUCCESS, rehearsed.checks().size(), "checks with samples"),
                new Paragraph("With the key set that a rotation would publish now, as an outsider reads it:"),
                checks);
    }

    private static String plural(int number, String noun) {
        return number == 1 ? noun : noun + "s";
    }
}
