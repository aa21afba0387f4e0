package io.switchboard.operations.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.kernel.Role;
import io.switchboard.operations.ledger.DecisionLedger;
import io.switchboard.operations.ledger.LedgerEntry;
import io.switchboard.operations.ledger.NewEntry;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The decisions on record, and the form for a new one. */
@Route(":tenant/ledger")
@Menu(title = "Decisions", order = 350, icon = "vaadin:gavel")
@PageTitle("Decisions · Switchboard")
@PermitAll
class LedgerView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient DecisionLedger ledger;
    private final transient Clock clock;
    private final Ending ending = new Ending();

    LedgerView(TenantContexts contexts, DecisionLedger ledger, Clock clock) {
        super(contexts);
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        ending.removeAll();
        ledger.againstViewing(context.caller())
                .ifPresentOrElse(
                        decision -> add(new NotAllowedToSee("the decision ledger", decision)), () -> list(context));
    }

    private void list(TenantContext context) {
        removeAll();
        var entries = ledger.entries(context.caller());
        add(
                new PageHeader(
                        "Decisions",
                        "What people decided, why, who stands by it, and until when it counts. Nothing here is ever edited."),
                ending);
        add(entries.isEmpty() ? nothing() : table(context, entries));
        if (mayRecord(context)) {
            add(card("Put a decision on record", new EntryForm(clock, said -> recorded(context, said))));
        }
    }

    static boolean mayRecord(TenantContext context) {
        return Stream.of(Role.PARTNER_ADMIN, Role.APPROVER, Role.PM, Role.PLATFORM_ADMIN)
                .anyMatch(context::holds);
    }

    private static Component nothing() {
        var nothing = new Div(
                new H2("No decision on record yet"),
                new Span(
                        "An exception, or a go or no-go, with its reason and the signatures of those who stand by it."));
        nothing.addClassName("empty-state");
        return nothing;
    }

    private Component table(TenantContext context, List<LedgerEntry> entries) {
        var now = clock.instant();
        return card(
                "On record",
                new DataTable<LedgerEntry>("Decisions on record")
                        .column("Decision", entry -> link(context, entry))
                        .column("Kind", entry -> new Span(entry.said().decided().wire()))
                        .column("Standing", entry -> LedgerWords.standing(entry.at(now)))
                        .column("Signatures", entry -> new Span(LedgerWords.signatures(entry)))
                        .column(
                                "Counts until",
                                entry -> new Span(entry.said().until().toString()))
                        .rows(entries));
    }

    private static Component link(TenantContext context, LedgerEntry entry) {
        return new RouterLink(
                entry.said().title(),
                EntryView.class,
                context.parameters("entry", entry.id().value()));
    }

    private void recorded(TenantContext context, NewEntry said) {
        var ended = ledger.record(context.caller(), said);
        if (ended instanceof Enforced.Done<LedgerEntry>) {
            list(context);
        }
        ending.tell(context.slug(), "put “" + said.title() + "” on record", ended);
    }

    static Section card(String title, Component... parts) {
        var card = new Section(new H2(title));
        card.addClassNames("card", "stack-card");
        card.add(parts);
        return card;
    }
}
