package io.switchboard.operations.drills.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.operations.drills.DrDrills;
import io.switchboard.operations.drills.Drill;
import io.switchboard.operations.drills.DrillDesk;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.OfPlatform;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import io.switchboard.platform.scheduling.BackgroundJobs;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The drills on a page. A drill takes as long as a restore does, so it goes on behind the page. */
@Route(":tenant/drills")
@Menu(title = "Drills", order = 345, icon = "vaadin:life-ring")
@PageTitle("Drills · Switchboard")
@OfPlatform
@PermitAll
class DrillsView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient DrillDesk desk;
    private final transient DrDrills drills;
    private final transient DrillTable table;
    private final transient BackgroundJobs jobs;

    DrillsView(TenantContexts contexts, DrillDesk desk, DrDrills drills, DrillTable table, BackgroundJobs jobs) {
        super(contexts);
        this.desk = desk;
        this.drills = drills;
        this.table = table;
        this.jobs = jobs;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        desk.againstViewing(context.caller())
                .ifPresentOrElse(
                        decision -> add(new NotAllowedToSee("the drills", decision)), () -> show(context, false));
    }

    private void show(TenantContext context, boolean started) {
        removeAll();
        add(header(context));
        if (started) {
            add(goesOn(context));
        }
        add(desk.isPossible() ? list(context, desk.drills(context.caller())) : unset());
    }

    private Component header(TenantContext context) {
        var words =
                "A backup of the live database is restored on another server, compared row by row and log by log, and timed. Weekly, and whenever you want to know.";
        return desk.isPossible() && desk.mayRun(context.caller())
                ? new PageHeader("Disaster recovery drills", words, run(context))
                : new PageHeader("Disaster recovery drills", words);
    }

    private Button run(TenantContext context) {
        var run = new Button("Run a drill", _ -> {
            var _ = jobs.start("dr-drill", () -> drills.run(context.caller()));
            show(context, true);
        });
        run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        run.setDisableOnClick(true);
        return run;
    }

    private Component goesOn(TenantContext context) {
        var notice = new Div(
                new Span("The drill has begun. It is in the list with what it found once it has ended."),
                new Button("Look again", _ -> show(context, false)));
        notice.addClassNames("notice", "line");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private Component list(TenantContext context, List<Drill> all) {
        return all.isEmpty()
                ? new Paragraph(
                        "No drill has run yet. Run one now, or wait: the first one that is due begins within an hour.")
                : table.of(context, all);
    }

    private static Component unset() {
        return new Paragraph(
                "No drill server is named, so that a backup restores is not proven. Whoever runs the portal sets SWITCHBOARD_DRILL_URL (and _USERNAME, _PASSWORD) to a MariaDB that is not the live one.");
    }
}
