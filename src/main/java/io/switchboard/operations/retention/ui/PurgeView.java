package io.switchboard.operations.retention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.PurgeId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.retention.Purge;
import io.switchboard.operations.retention.PurgeState;
import io.switchboard.operations.retention.PurgedRecord;
import io.switchboard.operations.retention.RetentionDesk;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.CopyText;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.ShortId;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One purge: what went, what was left and why, and how to check it. */
@Route(":tenant/retention/:purge")
@PageTitle("Purge · Switchboard")
@PermitAll
class PurgeView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    private final transient RetentionDesk desk;
    private final transient ManifestLink manifests;
    private final transient ReceiptQuery receipts;
    private final transient ActorNames names;
    private final transient Clock clock;

    PurgeView(
            TenantContexts contexts,
            RetentionDesk desk,
            ManifestLink manifests,
            ReceiptQuery receipts,
            ActorNames names,
            Clock clock) {
        super(contexts);
        this.desk = desk;
        this.manifests = manifests;
        this.receipts = receipts;
        this.names = names;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("what was purged", against.get()));
            return;
        }
        event.getRouteParameters()
                .get("purge")
                .filter(PurgeId::isValid)
                .flatMap(id -> desk.find(context.caller(), new PurgeId(id)))
                .ifPresentOrElse(purge -> show(context, purge), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, Purge purge) {
        add(
                new PageHeader("Purge", "What was older than it was kept, and is gone. Its receipts stay and verify."),
                new Card("How it went", facts(context, purge), manifests.of(context, purge)),
                new Card("What went, and what was left", kinds(purge)));
        purge.kinds().stream().filter(kind -> kind.purged() > 0).forEach(kind -> add(records(context, purge, kind)));
        add(
                new Card(
                        "Check it yourself",
                        new Paragraph(
                                "The manifest is an envelope signed with the tenant's receipt key, and the receipt of the end names its SHA-256. It goes along in every evidence bundle, whose offline verification covers it and every receipt whose values went. Of a sealed record it lists the digest of the ciphertext and that of the key that was destroyed: a copy of the ciphertext can be recognised by it, and opened by nobody.")));
    }

    private Component facts(TenantContext context, Purge purge) {
        var states = receipts.states(
                context.tenant().id(),
                Stream.of(purge.receipt(), purge.endReceipt())
                        .flatMap(Optional::stream)
                        .toList());
        var facts = new Facts()
                .with("State", RetentionWords.state(purge.state()))
                .with("Purge", new CopyText("the id", purge.id().value()))
                .with("By", names.of(context.tenant().id(), purge.by()))
                .with("Begun", new RelativeTime(purge.startedAt(), clock));
        purge.endedAt().ifPresent(at -> facts.with("Ended", new RelativeTime(at, clock)));
        purge.receipt().ifPresent(receipt -> facts.with("Receipt of its beginning", badge(context, receipt, states)));
        purge.endReceipt().ifPresent(receipt -> facts.with("Receipt of its end", badge(context, receipt, states)));
        purge.manifest()
                .ifPresent(digest -> facts.with("SHA-256 of the manifest", new CopyText("the digest", digest.hex())));
        if (purge.state() == PurgeState.RUNNING) {
            facts.with("Cut off?", "A purge that a stop of the portal cut off goes on within ten minutes.");
        }
        return facts;
    }

    private static ReceiptBadge badge(TenantContext context, ReceiptId receipt, Map<ReceiptId, LogState> states) {
        return new ReceiptBadge(context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING));
    }

    private Component kinds(Purge purge) {
        return new DataTable<Purge.Kind>("What went, by kind")
                .column("Records", kind -> new Span(desk.title(kind.kind())))
                .column("Kept for", kind -> new Span(kind.days() + " days"))
                .column("Purged", kind -> new Span(RetentionWords.number(kind.purged())))
                .column("Keys destroyed", kind -> new Span(RetentionWords.number(kind.keys())))
                .column("From the time", kind -> new Span(RetentionWords.span(kind.oldest(), kind.newest())))
                .column("Left", PurgeView::left)
                .rows(purge.kinds());
    }

    private static Component left(Purge.Kind kind) {
        var left = kind.left().map(RetentionWords::number).orElse("not known yet");
        return new Span(kind.problem()
                .map(problem -> left + ": stopped by a fault of the portal, which its operator's log explains")
                .orElse(left));
    }

    private Section records(TenantContext context, Purge purge, Purge.Kind kind) {
        List<PurgedRecord> first = desk.records(context.caller(), purge, kind.kind(), SHOWN);
        var card = new Card(
                desk.title(kind.kind()),
                new DataTable<PurgedRecord>(desk.title(kind.kind()))
                        .column("Record", record -> new ShortId(record.name()))
                        .column("Recorded", record -> new Span(RetentionWords.day(record.recordedAt())))
                        .column(
                                "SHA-256 of what was stored",
                                record -> new ShortId(record.digest().hex()))
                        .column("Key destroyed", PurgeView::key)
                        .rows(first));
        if (kind.purged() > first.size()) {
            card.add(new Div(new Span("The first " + first.size() + " of " + RetentionWords.number(kind.purged())
                    + " are shown; the manifest lists all.")));
        }
        return card;
    }

    private static Component key(PurgedRecord record) {
        return record.key().<Component>map(key -> new ShortId(key.hex())).orElseGet(() -> new Span("none: deleted"));
    }
}
