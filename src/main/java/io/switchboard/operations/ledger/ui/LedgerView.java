package io.switchboard.operations.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.operations.ledger.Decided;
import io.switchboard.operations.ledger.DecisionLedger;
import io.switchboard.operations.ledger.LedgerEntry;
import io.switchboard.operations.ledger.LinkedException;
import io.switchboard.operations.ledger.NewEntry;
import io.switchboard.operations.ledger.Standing;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
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
    private final transient ReceiptQuery receipts;
    private final transient Clock clock;
    private final Ending ending = new Ending();

    LedgerView(TenantContexts contexts, DecisionLedger ledger, ReceiptQuery receipts, Clock clock) {
        super(contexts);
        this.ledger = ledger;
        this.receipts = receipts;
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
                        "What people decided, why, who stands by it, and until when it counts. Nothing here is ever edited; exceptions of the guided setup stand here as long as they hold."),
                ending);
        var all = lines(context, entries);
        add(all.isEmpty() ? nothing() : table(all));
        if (mayRecord(context)) {
            add(new Card("Put a decision on record", new EntryForm(clock, said -> recorded(context, said))));
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

    /** A row of the list: an entry, or an exception that was made elsewhere. */
    private record Line(
            Instant at, Component decision, Decided kind, Standing standing, String signatures, String until) {}

    private List<Line> lines(TenantContext context, List<LedgerEntry> entries) {
        var now = clock.instant();
        return Stream.concat(
                        entries.stream().map(entry -> line(context, entry, now)),
                        ledger.elsewhere(context.caller()).stream().map(exception -> line(context, exception)))
                .sorted(Comparator.comparing(Line::at).reversed())
                .toList();
    }

    private static Line line(TenantContext context, LedgerEntry entry, Instant now) {
        return new Line(
                entry.recordedAt(),
                link(context, entry),
                entry.said().decided(),
                entry.at(now),
                LedgerWords.signatures(entry),
                entry.said().until().toString());
    }

    private Line line(TenantContext context, LinkedException exception) {
        var decision =
                new Div(new Anchor(context.path(exception.place()), exception.title()), new Div(exception.reason()));
        exception
                .receipt()
                .ifPresent(receipt -> decision.add(new ReceiptBadge(context.slug(), receipt, state(context, receipt))));
        return new Line(
                exception.at(), decision, Decided.EXCEPTION, Standing.IN_FORCE, "needs none", "it is taken back there");
    }

    private LogState state(TenantContext context, ReceiptId receipt) {
        return receipts.states(context.tenant().id(), List.of(receipt)).getOrDefault(receipt, LogState.PENDING);
    }

    private static Component table(List<Line> lines) {
        return new Card(
                "On record",
                new DataTable<Line>("Decisions on record")
                        .column("Decision", Line::decision)
                        .column("Kind", line -> new Span(line.kind().wire()))
                        .column("Standing", line -> LedgerWords.standing(line.standing()))
                        .column("Signatures", line -> new Span(line.signatures()))
                        .column("Counts until", line -> new Span(line.until()))
                        .rows(lines));
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
}
