package io.switchboard.control.receipts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.switchboard.control.receipts.DecisionWords;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.control.receipts.ReceiptDetail;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.ShortId;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Optional;

/** One receipt: what, who, when, how it ended and why, what it touched, what came before and after, and its exact bytes. */
@Route(":tenant/receipts/:receipt")
@PageTitle("Receipt · Switchboard")
@PermitAll
class ReceiptView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final int LONG = 40;

    private final transient ReceiptQuery receipts;
    private final transient DecisionWords words;
    private final transient ActorNames names;
    private final transient Clock clock;

    ReceiptView(TenantContexts contexts, ReceiptQuery receipts, DecisionWords words, ActorNames names, Clock clock) {
        super(contexts);
        this.receipts = receipts;
        this.words = words;
        this.names = names;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        id(event)
                .flatMap(id -> receipts.detail(context.tenant().id(), id))
                .ifPresentOrElse(detail -> show(context, detail), () -> event.rerouteToError(NotFoundException.class));
    }

    private static Optional<ReceiptId> id(BeforeEnterEvent event) {
        try {
            return event.getRouteParameters().get("receipt").map(ReceiptId::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void show(TenantContext context, ReceiptDetail detail) {
        var receipt = detail.row().receipt();
        add(new PageHeader(
                "Receipt of " + receipt.action().value(),
                "Signed when it happened. Nobody can change it without breaking the signature.",
                envelope(detail)));
        add(section("What happened", what(context, detail)));
        receipt.decision().ifPresent(decision -> add(section("Why", why(receipt))));
        if (!Predicate.of(detail).facts().isEmpty()) {
            add(section("Facts", facts(detail)));
        }
        add(section("What it touched", subjects(detail)));
        if (!detail.disclosures().isEmpty() || detail.withheld() > 0) {
            add(section("Disclosed values", disclosures(detail)));
        }
        add(section("Around it", around(context, detail)));
        add(section("Proof", proof(detail)));
    }

    private Component what(TenantContext context, ReceiptDetail detail) {
        var receipt = detail.row().receipt();
        return new Facts()
                .with("Outcome", OutcomeTag.of(receipt.outcome()))
                .with("Who", names.of(context.tenant().id(), receipt.actor()))
                .with("When", new RelativeTime(receipt.occurredAt(), clock))
                .with("Receipt", new ShortId(receipt.id().value()));
    }

    private static Component facts(ReceiptDetail detail) {
        var facts = new Facts();
        Predicate.of(detail).facts().forEach((name, value) -> facts.with(name, shown(value)));
        return facts;
    }

    private static Component shown(String value) {
        return value.length() > LONG ? new ShortId(value) : new Span(value);
    }

    private Component why(Receipt receipt) {
        var decision = receipt.decision().orElseThrow();
        var facts = new Facts().with("Decision", new ShortId(decision.value()));
        words.why(receipt.tenant(), decision).forEach(sentence -> facts.with("Rule", sentence));
        return facts;
    }

    private static Component subjects(ReceiptDetail detail) {
        var list = new UnorderedList();
        Predicate.subjects(detail)
                .forEach((name, digest) -> list.add(new ListItem(new Span(name), new ShortId(digest))));
        list.addClassName("plain-list");
        return list;
    }

    private static Component disclosures(ReceiptDetail detail) {
        var facts = new Facts();
        detail.disclosures().forEach(disclosed -> facts.with(disclosed.name(), disclosed.value()));
        if (detail.withheld() > 0) {
            facts.with(
                    "Withheld or deleted",
                    detail.withheld() + " values; the receipt still proves that they were there");
        }
        return facts;
    }

    private Component around(TenantContext context, ReceiptDetail detail) {
        var around = new Div();
        detail.row()
                .receipt()
                .parent()
                .ifPresent(parent -> around.add(new Paragraph(
                        new Span("Follows from "),
                        new RouterLink(
                                parent.abbreviated(),
                                ReceiptView.class,
                                context.parameters("receipt", parent.value())))));
        if (detail.children().isEmpty()) {
            around.add(new Paragraph("Nothing has followed from it."));
        } else {
            around.add(ReceiptTable.of("What followed", context, detail.children(), names, clock));
        }
        return around;
    }

    private static Component proof(ReceiptDetail detail) {
        return new Facts()
                .with(
                        "Signature",
                        detail.signatureValid()
                                ? new StateTag(StateTag.Tone.SUCCESS, "valid")
                                : new StateTag(StateTag.Tone.DANGER, "does not verify"))
                .with("Key", new ShortId(detail.keyId()))
                .with(
                        "Digest of the envelope",
                        new ShortId(detail.envelopeDigest().hex()))
                .with("In the log", detail.row().state().wire())
                .with(
                        "Check it yourself",
                        "Export the evidence bundle and run the offline verifier; no part of this portal is needed.");
    }

    private static Component envelope(ReceiptDetail detail) {
        var name = detail.row().receipt().id() + ".dsse.json";
        return new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(detail.envelope()),
                        name,
                        "application/json",
                        detail.envelope().length)),
                "Download the envelope");
    }

    private static Section section(String title, Component content) {
        var section = new Section(new H2(title), content);
        section.addClassName("card");
        return section;
    }
}
