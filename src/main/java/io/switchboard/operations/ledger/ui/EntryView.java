package io.switchboard.operations.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.ledger.DecisionLedger;
import io.switchboard.operations.ledger.EntryId;
import io.switchboard.operations.ledger.LedgerEntry;
import io.switchboard.operations.ledger.Signature;
import io.switchboard.operations.ledger.Standing;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.CopyText;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One decision: what was recorded, who signed its digest, and how it stands. */
@Route(":tenant/ledger/:entry")
@PageTitle("Decision · Switchboard")
@PermitAll
class EntryView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient DecisionLedger ledger;
    private final transient ReceiptQuery receipts;
    private final transient ActorNames names;
    private final transient Clock clock;
    private final Ending ending = new Ending();

    EntryView(TenantContexts contexts, DecisionLedger ledger, ReceiptQuery receipts, ActorNames names, Clock clock) {
        super(contexts);
        this.ledger = ledger;
        this.receipts = receipts;
        this.names = names;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        ending.removeAll();
        var against = ledger.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("the decision ledger", against.get()));
            return;
        }
        event.getRouteParameters()
                .get("entry")
                .filter(EntryId::isValid)
                .flatMap(id -> ledger.find(context.caller(), new EntryId(id)))
                .ifPresentOrElse(entry -> show(context, entry), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, LedgerEntry entry) {
        removeAll();
        var states = receipts.states(context.tenant().id(), ids(entry));
        var standing = entry.at(clock.instant());
        add(
                new PageHeader(
                        entry.said().title(), "What was decided, why, who stands by it, and until when it counts."),
                ending,
                new Card("How it stands", facts(context, entry, standing, states)),
                new Card("Signatures", signatures(context, entry, states)));
        if (LedgerView.mayRecord(context) && (standing == Standing.WAITING || standing == Standing.IN_FORCE)) {
            if (standing == Standing.WAITING) {
                add(sign(context, entry));
            }
            add(withdraw(context, entry));
        }
    }

    private static List<ReceiptId> ids(LedgerEntry entry) {
        return Stream.of(
                        entry.receipt().stream(),
                        entry.signatures().stream().flatMap(it -> it.receipt().stream()),
                        entry.withdrawal().flatMap(it -> it.receipt()).stream())
                .flatMap(it -> it)
                .toList();
    }

    private Component facts(
            TenantContext context, LedgerEntry entry, Standing standing, Map<ReceiptId, LogState> states) {
        var said = entry.said();
        var why = new Paragraph(said.rationale());
        why.addClassName("said");
        var facts = new Facts()
                .with("Standing", LedgerWords.standing(standing))
                .with("Kind", said.decided().wire())
                .with("Why", why)
                .with("About", said.about().orElse("–"))
                .with("Counts until", said.until() + ", to the end of the day (UTC)")
                .with("Recorded", new RelativeTime(entry.recordedAt(), clock))
                .with("By", names.of(context.tenant().id(), entry.recordedBy()))
                .with("Receipt", badge(context, entry.receipt(), states))
                .with("SHA-256", new CopyText("the digest", entry.digest().hex()));
        entry.withdrawal()
                .ifPresent(it -> facts.with("Withdrawn because", it.reason())
                        .with("Withdrawn", new RelativeTime(it.at(), clock))
                        .with("Its receipt", badge(context, it.receipt(), states)));
        return facts;
    }

    private Component signatures(TenantContext context, LedgerEntry entry, Map<ReceiptId, LogState> states) {
        var number = new Paragraph(LedgerWords.signatures(entry) + ". Each is a receipt over the digest above.");
        var table = new DataTable<Signature>("Signatures")
                .column("By", it -> new Span(names.of(context.tenant().id(), it.by())))
                .column("As", it -> new Span(it.roles()))
                .column("When", it -> new RelativeTime(it.at(), clock))
                .column("Receipt", it -> badge(context, it.receipt(), states))
                .rows(entry.signatures());
        return entry.signatures().isEmpty() ? number : new Div(number, table);
    }

    private static Component badge(
            TenantContext context, Optional<ReceiptId> receipt, Map<ReceiptId, LogState> states) {
        return receipt.<Component>map(
                        id -> new ReceiptBadge(context.slug(), id, states.getOrDefault(id, LogState.PENDING)))
                .orElseGet(() -> new Span("–"));
    }

    private Component sign(TenantContext context, LedgerEntry entry) {
        var sign =
                new Button("Sign", _ -> told(context, "sign the decision", ledger.sign(context.caller(), entry.id())));
        sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new Card(
                "Sign it",
                new Paragraph("You stand by it as it is written above. Whoever recorded it does not sign it."),
                sign);
    }

    private Component withdraw(TenantContext context, LedgerEntry entry) {
        var reason = new TextArea("Why it does not count any more");
        reason.setMaxLength(DecisionLedger.LONGEST_REASON);
        reason.addClassName("wide");
        return new Card(
                "Withdraw it",
                reason,
                new Button(
                        "Withdraw",
                        _ -> told(
                                context,
                                "withdraw the decision",
                                ledger.withdraw(context.caller(), entry.id(), reason.getValue()))));
    }

    private void told(TenantContext context, String wanted, Optional<Enforced<LedgerEntry>> ended) {
        ended.ifPresent(end -> {
            if (end instanceof Enforced.Done<LedgerEntry> done) {
                ledger.find(context.caller(), done.value().id()).ifPresent(entry -> show(context, entry));
            }
            ending.tell(context.slug(), wanted, end);
        });
    }
}
