package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.operations.imports.schedules.ScheduleId;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** One schedule: how it stands, what its runs came to, and what can be done with it. */
@Route(":tenant/imports/schedules/:schedule")
@PageTitle("Schedule · Switchboard")
@StyleSheet("context://themes/base/imports.css")
@PermitAll
class ScheduleView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient ScheduleDesk desk;

    ScheduleView(TenantContexts contexts, ScheduleDesk desk) {
        super(contexts);
        this.desk = desk;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var refusal = desk.access().againstViewing(context.caller());
        if (refusal.isPresent()) {
            add(
                    new PageHeader(SchedulesView.TITLE, SchedulesView.SENTENCE),
                    new NotAllowedToSee("imports", refusal.get()));
            return;
        }
        id(event)
                .filter(id -> desk.schedules().find(context.caller(), id).isPresent())
                .ifPresentOrElse(
                        id -> add(new SchedulePage(context, desk, id)),
                        () -> event.rerouteToError(NotFoundException.class));
    }

    private static Optional<ScheduleId> id(BeforeEnterEvent event) {
        return event.getRouteParameters()
                .get("schedule")
                .filter(ScheduleId::isValid)
                .map(ScheduleId::new);
    }
}
