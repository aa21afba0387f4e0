package io.switchboard.control.bundles.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.platform.identity.ui.TenantContext;

/** How what was wanted ended. Takes the focus once it says something: it is above what was pressed, perhaps out of sight. */
final class Told extends Div {

    private static final long serialVersionUID = 1L;

    Told() {
        getElement().setAttribute("tabindex", "-1");
        addClassName("policy-told");
    }

    void tell(TenantContext context, String wanted, Enforced<?> ended) {
        if (ended instanceof Enforced.Done<?> done) {
            tell(new Span("Done: " + wanted + "."), badge(context, done));
        } else {
            show(Refusal.of(context.slug(), wanted, ended));
        }
    }

    void tell(Component... parts) {
        var notice = new Div(parts);
        notice.addClassNames("notice", "policy-row");
        notice.getElement().setAttribute("role", "status");
        show(notice);
    }

    private void show(Component said) {
        removeAll();
        add(said);
        getElement().callJsFunction("focus");
    }

    static ReceiptBadge badge(TenantContext context, Enforced<?> ended) {
        return new ReceiptBadge(context.slug(), ended.receipt().id(), LogState.PENDING);
    }
}
