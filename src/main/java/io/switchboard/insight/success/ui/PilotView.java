package io.switchboard.insight.success.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.insight.success.Period;
import io.switchboard.insight.success.PilotDesk;
import io.switchboard.insight.success.Success;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.OfPlatform;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import io.switchboard.platform.tenancy.Tenant;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Optional;

/** One tenant's dashboard as the platform's PM opens it: by a button, since it leaves a receipt in both logs, and without the way to the tenant's people and receipts. */
@Route(":tenant/pilots/:pilot")
@PageTitle("Pilot · Switchboard")
@StyleSheet("context://themes/base/success.css")
@OfPlatform
@PermitAll
class PilotView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient PilotDesk desk;
    private final transient ActorNames names;
    private final transient ReceiptQuery receipts;
    private final transient Clock clock;

    PilotView(TenantContexts contexts, PilotDesk desk, ActorNames names, ReceiptQuery receipts, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.names = names;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("how the pilots go", against.get()));
            return;
        }
        event.getRouteParameters()
                .get("pilot")
                .filter(Slug::isValid)
                .flatMap(slug -> desk.find(context.caller(), new Slug(slug)))
                .ifPresentOrElse(
                        tenant -> show(
                                context,
                                tenant,
                                PeriodChoice.of(event.getLocation().getQueryParameters())),
                        () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, Tenant tenant, Period period) {
        var choice = new PeriodChoice(
                PilotView.class, context.parameters("pilot", tenant.slug().value()), period);
        var figures = new Div();
        figures.addClassName("success-part");
        figures.getElement().setAttribute("aria-live", "polite");
        figures.add(
                new Paragraph(
                        "The dashboard of " + tenant.name()
                                + " is the tenant's own. Opening it leaves a receipt in the platform's log and one in theirs, which the tenant sees."),
                new Button("Open it, with a receipt", click -> open(context, tenant, period, figures)));
        add(new PageHeader(tenant.name(), "How far this tenant has come with its pilot.", choice), figures);
    }

    private void open(TenantContext context, Tenant tenant, Period period, Div figures) {
        desk.read(context.caller(), tenant.slug(), period).ifPresent(ended -> {
            figures.removeAll();
            if (ended instanceof Enforced.Done<Success> done) {
                var board = new SuccessBoard(Optional.empty(), new SuccessTables(names, receipts, clock));
                board.show(done.value());
                figures.add(said(context, done), board);
            } else {
                figures.add(Refusal.of(context.slug(), "open this dashboard", ended));
            }
        });
    }

    private static Div said(TenantContext context, Enforced.Done<Success> done) {
        var notice = new Div(
                new Span("Opened as of now, with a receipt in both logs."),
                new ReceiptBadge(context.slug(), done.receipt().id(), LogState.PENDING));
        notice.addClassNames("notice", "success-notice");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }
}
