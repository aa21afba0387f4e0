package io.switchboard.control.receipts.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.switchboard.control.receipts.LogState;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Slug;

/** A link to a receipt that says how far it has come in the log, by icon and by word: colour alone says nothing. */
public class ReceiptBadge extends Composite<Anchor> {

    private static final long serialVersionUID = 1L;

    public ReceiptBadge(Slug tenant, ReceiptId id, LogState state) {
        Anchor link = getContent();
        link.setHref("/" + tenant + "/receipts/" + id);
        link.setTitle(id.value());
        link.addClassNames("receipt-badge", "receipt-" + state.wire());
        link.getElement().setAttribute("aria-label", "Receipt " + id.value() + ", " + state.wire());
        link.add(icon(state), text("receipt-id", id.abbreviated()), text("receipt-state", state.wire()));
    }

    private static Icon icon(LogState state) {
        Icon icon = switch (state) {
            case PENDING -> VaadinIcon.CLOCK.create();
            case INTEGRATED -> VaadinIcon.CHECK_CIRCLE_O.create();
            case ANCHORED -> VaadinIcon.ANCHOR.create();
        };
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    private static Span text(String className, String text) {
        var span = new Span(text);
        span.addClassName(className);
        return span;
    }
}
