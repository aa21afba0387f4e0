package io.switchboard.insight.success.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.insight.success.Overview;
import io.switchboard.insight.success.Period;
import io.switchboard.insight.success.PilotDesk;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.OfPlatform;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;

/** How the pilots go, across tenants: each in a line, cohorts, where they stop, what hurts and how long things take. The period is in the address. */
@Route(":tenant/pilots")
@Menu(title = "Pilots", order = 405, icon = "vaadin:grid-big")
@PageTitle("Pilots · Switchboard")
@StyleSheet("context://themes/base/success.css")
@OfPlatform
@PermitAll
class PilotsView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient PilotDesk desk;

    PilotsView(TenantContexts contexts, PilotDesk desk) {
        super(contexts);
        this.desk = desk;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("how the pilots go", against.get()));
            return;
        }
        show(context, PeriodChoice.of(event.getLocation().getQueryParameters()));
    }

    private void show(TenantContext context, Period period) {
        add(new PageHeader(
                "Pilots",
                "How far each tenant has come, where they stop, and what hurts.",
                new PeriodChoice(PilotsView.class, context.parameters(), period)));
        desk.overview(context.caller(), period).ifPresent(overview -> {
            add(about(overview));
            PilotTables.of(context, overview).forEach(this::add);
        });
    }

    private static Paragraph about(Overview overview) {
        var about = new Paragraph(
                "Since " + overview.from() + " (UTC), today as far as it has come. "
                        + "This table leaves no receipt; opening a tenant's dashboard leaves one in the platform's log and one in the tenant's.");
        about.addClassName("success-compared");
        return about;
    }
}
