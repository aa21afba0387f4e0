package io.switchboard.control.receipts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptPage;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.FilterBar;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.text.NumberFormat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** The tenant's receipts, newest first. The filter is in the address. */
@Route(":tenant/receipts")
@Menu(title = "Receipts", order = 310, icon = "vaadin:file-text-o")
@PageTitle("Receipts · Switchboard")
@PermitAll
class ReceiptsView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient ReceiptQuery receipts;
    private final transient ActorNames names;
    private final transient Clock clock;

    ReceiptsView(TenantContexts contexts, ReceiptQuery receipts, ActorNames names, Clock clock) {
        super(contexts);
        this.receipts = receipts;
        this.names = names;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var address = ReceiptAddress.of(event.getLocation().getQueryParameters());
        var page = receipts.list(context.tenant().id(), address.filter(), address.after(), PAGE);
        add(new PageHeader("Receipts", "What happened here under policy, each signed and verifiable offline."));
        if (page.total() == 0 && !address.filters()) {
            add(nothingYet(context));
            return;
        }
        add(filters(context, address));
        add(page.total() == 0 ? noMatch(context) : new Paragraph(total(page)));
        add(ReceiptTable.of("Receipts", context, page.items(), names, clock));
        page.next().ifPresent(next -> add(older(context, address, next)));
    }

    private static FilterBar filters(TenantContext context, ReceiptAddress address) {
        return new FilterBar(
                        "Filter receipts",
                        address.values(),
                        changed -> UI.getCurrent().navigate(context.path("receipts"), changed.query()))
                .text("Action", "imports.commit", "action")
                .choice("Outcome", "outcome", List.of(Outcome.values()), Outcome::wire, Outcome::wire)
                .choice("By", "by", List.of(Actor.Type.values()), Actor.Type::wire, ReceiptsView::kind)
                .choice("State", "state", List.of(LogState.values()), LogState::wire, LogState::wire)
                .day("From", "from")
                .day("To", "to");
    }

    private static String kind(Actor.Type type) {
        return switch (type) {
            case USER -> "people";
            case SERVICE -> "services";
            case PLAYBOOK -> "playbooks";
            case SYSTEM -> "the portal";
        };
    }

    private static Component nothingYet(TenantContext context) {
        return new EmptyState(
                "No receipts yet",
                "The first governed action leaves the first receipt. Start with the set-up of your tenant.",
                link("Open the set-up", context));
    }

    private static Component noMatch(TenantContext context) {
        var all = new RouterLink("Show all receipts", ReceiptsView.class, context.parameters());
        return new EmptyState("No receipt matches", "Nothing here has all of the chosen values.", all);
    }

    private static Component link(String text, TenantContext context) {
        return new Anchor(context.path(""), text);
    }

    private static Component older(TenantContext context, ReceiptAddress address, ReceiptId next) {
        var link = new RouterLink("Older receipts", ReceiptsView.class, context.parameters());
        link.setQueryParameters(address.after(next).query());
        return link;
    }

    private static String total(ReceiptPage page) {
        var total = NumberFormat.getIntegerInstance(Locale.ENGLISH).format(page.total());
        return page.total() == 1 ? "1 receipt" : total + " receipts, newest first";
    }
}
