package io.switchboard.control.receipts.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;

/** What happened in the tenant, threaded by what it came of, newest first. The filter is in the address. */
@Route(":tenant/timeline")
@Menu(title = "Timeline", order = 330, icon = "vaadin:time-backward")
@PageTitle("Timeline · Switchboard")
@StyleSheet("context://themes/base/receipts.css")
@PermitAll
class TimelineView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient TimelineSheet sheet;

    TimelineView(TenantContexts contexts, TimelineSheet sheet) {
        super(contexts);
        this.sheet = sheet;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        add(new PageHeader(
                "Timeline",
                "What happened here and what came of it: each request with its receipts, decisions and reasons."));
        var address = TimelineAddress.of(event.getLocation().getQueryParameters());
        add(sheet.show(TimelinePlace.of(context), address));
    }
}
