package io.switchboard.shell;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ReceiptRow;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.ShortId;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Optional;

/** The tenant's receipts, newest first. */
@Route(value = "", layout = TenantLayout.class)
@PageTitle("Receipts · Switchboard")
@PermitAll
class ReceiptsView extends Main implements BeforeEnterObserver {

    private static final int PAGE = 200;

    private final transient Tenants tenants;
    private final transient ReceiptQuery receipts;
    private final transient Clock clock;

    ReceiptsView(Tenants tenants, ReceiptQuery receipts, Clock clock) {
        this.tenants = tenants;
        this.receipts = receipts;
        this.clock = clock;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getRouteParameters()
                .get("tenant")
                .flatMap(slug -> tenants.findBySlug(new Slug(slug)))
                .ifPresent(this::show);
    }

    private void show(Tenant tenant) {
        removeAll();
        add(new PageHeader("Receipts", "What happened here under policy, each signed and verifiable offline."));
        var page = receipts.list(tenant.id(), ReceiptFilter.ALL, Optional.empty(), PAGE);
        if (page.items().isEmpty()) {
            add(new EmptyState(
                    "No receipts yet",
                    "The first governed action leaves the first receipt: export evidence to see one.",
                    new Span()));
            return;
        }
        add(new Span("Showing " + page.items().size() + " of " + page.total()), grid(page.items()));
    }

    private Grid<ReceiptRow> grid(java.util.List<ReceiptRow> rows) {
        var grid = new Grid<ReceiptRow>();
        grid.addComponentColumn(row -> new ShortId(row.receipt().id().value())).setHeader("Receipt");
        grid.addColumn(row -> row.receipt().action().value())
                .setHeader("Action")
                .setAutoWidth(true);
        grid.addComponentColumn(row -> tag(row.receipt().outcome())).setHeader("Outcome");
        grid.addColumn(row -> row.receipt().actor().type().wire()).setHeader("Actor");
        grid.addComponentColumn(row -> new RelativeTime(row.receipt().occurredAt(), clock))
                .setHeader("When");
        grid.setItems(rows);
        grid.setAllRowsVisible(true);
        return grid;
    }

    private static StateTag tag(Outcome outcome) {
        return switch (outcome) {
            case ALLOWED -> new StateTag(StateTag.Tone.SUCCESS, "allowed");
            case DENIED -> new StateTag(StateTag.Tone.DANGER, "denied");
            case FAILED -> new StateTag(StateTag.Tone.WARNING, "failed");
            case SIMULATED -> new StateTag(StateTag.Tone.INFO, "simulated");
        };
    }
}
