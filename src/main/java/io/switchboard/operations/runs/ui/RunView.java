package io.switchboard.operations.runs.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.operations.runs.RunDesk;
import io.switchboard.operations.runs.RunId;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** One run, live. Where it stands is read from the database each time, so nothing is lost with the tab. */
@Route(":tenant/runs/:run")
@PageTitle("Run · Switchboard")
@StyleSheet("context://themes/base/runs.css")
@PermitAll
class RunView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient RunDesk desk;
    private final transient ReceiptQuery receipts;
    private final transient Clock clock;

    RunView(TenantContexts contexts, RunDesk desk, ReceiptQuery receipts, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("runs", against.get()));
            return;
        }
        event.getRouteParameters()
                .get("run")
                .filter(RunId::isValid)
                .map(RunId::new)
                .filter(id -> desk.find(context.caller(), id).isPresent())
                .ifPresentOrElse(
                        id -> add(new RunProgress(context, desk, receipts, clock, id)),
                        () -> event.rerouteToError(NotFoundException.class));
    }
}
