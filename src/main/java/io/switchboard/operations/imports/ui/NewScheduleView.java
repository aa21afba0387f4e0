package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.operations.imports.schedules.ImportSchedule;
import io.switchboard.operations.imports.schedules.ScheduleDraft;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** A new schedule: the form, and why it could not be taken. */
@Route(":tenant/imports/schedules/new")
@PageTitle("New schedule · Switchboard")
@StyleSheet("context://themes/base/imports.css")
@PermitAll
class NewScheduleView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient ScheduleDesk desk;
    private final Div answer = new Div();

    NewScheduleView(TenantContexts contexts, ScheduleDesk desk) {
        super(contexts);
        this.desk = desk;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var header = new PageHeader(
                "New schedule",
                "It runs on your behalf from now on, with the roles that you have at each run. Every plan and commit"
                        + " leaves its receipt.");
        var refusal = desk.access().againstViewing(context.caller());
        if (refusal.isPresent()) {
            add(header, new NotAllowedToSee("imports", refusal.get()));
            return;
        }
        answer.getElement().setAttribute("aria-live", "polite");
        add(
                header,
                answer,
                new ScheduleForm(context, desk, Optional.empty(), "Create schedule", draft -> create(context, draft)));
    }

    private void create(TenantContext context, ScheduleDraft draft) {
        answer.removeAll();
        var ended = desk.schedules().create(context.caller(), draft);
        if (ended instanceof Enforced.Done<ImportSchedule> done) {
            getUI().ifPresent(ui -> ui.navigate(
                    ScheduleView.class,
                    context.parameters("schedule", done.value().id().value())));
        } else {
            answer.add(Refusal.of(context.slug(), "create this schedule", ended));
        }
    }
}
