package io.switchboard.control.enforcement.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.Slug;

/** How what was wanted ended: done with its receipt, or refused with its reason. Takes the focus once it says something: it is above what was pressed, perhaps out of sight. */
public final class Ending extends Div {

    private static final long serialVersionUID = 1L;

    public Ending() {
        getElement().setAttribute("tabindex", "-1");
        addClassName("ending");
    }

    /** {@code wanted} completes "Done: …" and "Not allowed: …". */
    public void tell(Slug tenant, String wanted, Enforced<?> ended) {
        removeAll();
        if (ended instanceof Enforced.Done<?> done) {
            var notice = new Div(
                    new Span("Done: " + wanted + "."),
                    new ReceiptBadge(tenant, done.receipt().id(), LogState.PENDING));
            notice.addClassNames("notice", "line");
            notice.getElement().setAttribute("role", "status");
            add(notice);
        } else {
            add(Refusal.of(tenant, wanted, ended));
        }
        getElement().callJsFunction("focus");
    }
}
