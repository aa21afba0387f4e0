package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.platform.identity.ui.TenantContext;

/** How what was wanted ended. Takes the focus once it says something: it is above what was pressed, perhaps out of sight. */
final class Outcome extends Div {

    private static final long serialVersionUID = 1L;

    Outcome() {
        getElement().setAttribute("tabindex", "-1");
        addClassName("flag-outcome");
    }

    void tell(TenantContext context, String wanted, Enforced<?> ended) {
        removeAll();
        if (ended instanceof Enforced.Done<?> done) {
            var notice = new Div(
                    new Span("Done: " + wanted + "."),
                    new ReceiptBadge(context.slug(), done.receipt().id(), LogState.PENDING));
            notice.addClassNames("notice", "flag-row");
            notice.getElement().setAttribute("role", "status");
            add(notice);
        } else {
            add(Refusal.of(context.slug(), wanted, ended));
        }
        getElement().callJsFunction("focus");
    }
}
