package io.switchboard.control.receipts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.receipts.DecisionWords;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.control.receipts.ReceiptDetail;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.proofs.LogReader;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.ShortId;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Optional;

/** One receipt: what, who, when, how it ended and why, what it touched, what came before and after, and its exact bytes. */
@Route(":tenant/receipts/:receipt")
@PageTitle("Receipt · Switchboard")
@PermitAll
class ReceiptView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient ReceiptQuery receipts;
    private final transient LogReader logs;
    private final transient DecisionWords words;
    private final transient ActorNames names;
    private final transient Clock clock;

    ReceiptView(
            TenantContexts contexts,
            ReceiptQuery receipts,
            LogReader logs,
            DecisionWords words,
            ActorNames names,
            Clock clock) {
        super(contexts);
        this.receipts = receipts;
        this.logs = logs;
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
                "Signed when it happened, and kept in a log that only grows. Nobody can change or remove it unnoticed.",
                ReceiptParts.envelope(detail)));
        add(section("What happened", what(context, detail)));
        receipt.decision().ifPresent(decision -> add(section("Why", why(context, receipt))));
        if (!Predicate.of(detail).facts().isEmpty()) {
            add(section("Facts", ReceiptParts.facts(detail)));
        }
        add(section("What it touched", ReceiptParts.subjects(context, detail)));
        if (!detail.disclosures().isEmpty() || detail.withheld() > 0) {
            add(section("Disclosed values", ReceiptParts.disclosures(context, detail)));
        }
        add(section("Around it", around(context, detail)));
        add(section("Proof", proof(context, detail)));
    }

    private Component what(TenantContext context, ReceiptDetail detail) {
        var receipt = detail.row().receipt();
        return new Facts()
                .with("Outcome", OutcomeTag.of(receipt.outcome()))
                .with("Who", names.of(context.tenant().id(), receipt.actor()))
                .with("When", new RelativeTime(receipt.occurredAt(), clock))
                .with("Receipt", new ShortId(receipt.id().value()));
    }

    private Component why(TenantContext context, Receipt receipt) {
        var decision = receipt.decision().orElseThrow();
        var facts = new Facts().with("Decision", new ShortId(decision.value()));
        words.why(receipt.tenant(), decision).forEach(sentence -> facts.with("Rule", sentence));
        words.beside(context.caller(), decision)
                .ifPresent(beside -> facts.with("Enforced", beside.enforced())
                        .with("Evaluated", beside.evaluated() + ", by version " + beside.version() + " in shadow"));
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
        around.add(inTimeline(context, detail.row().receipt()));
        return around;
    }

    private static Component inTimeline(TenantContext context, Receipt receipt) {
        var timeline = TimelinePlace.of(context);
        var thread = TimelineAddress.ALL.with(
                "correlation", Optional.of(receipt.correlation().value()));
        var links = new Paragraph(
                timeline.link("Show in timeline", thread),
                timeline.link("15 minutes before and after", TimelineAddress.around(receipt.occurredAt())));
        links.addClassName("labelled");
        return links;
    }

    private Component proof(TenantContext context, ReceiptDetail detail) {
        var proof = new Div(ReceiptParts.proof(detail));
        if (detail.row().state() != LogState.PENDING) {
            proof.add(new Paragraph(ReceiptParts.inclusion(
                    detail,
                    () -> logs.proof(
                            context.tenant().id(), detail.row().receipt().id()))));
        }
        return proof;
    }

    private static Section section(String title, Component content) {
        var section = new Section(new H2(title), content);
        section.addClassName("card");
        return section;
    }
}
