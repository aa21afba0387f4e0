package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.operations.feedback.Attachment;
import io.switchboard.operations.feedback.Context;
import io.switchboard.operations.feedback.SenderWords;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Where an issue comes from: every submission's context. The words come on request, and leave a receipt in both logs. */
@org.springframework.stereotype.Component
class ContextTable {

    private final SenderWords words;
    private final Tenants tenants;
    private final Clock clock;

    ContextTable(SenderWords words, Tenants tenants, Clock clock) {
        this.words = words;
        this.tenants = tenants;
        this.clock = clock;
    }

    Component of(TenantContext context, List<Context> contexts) {
        return new DataTable<Context>("Where it comes from")
                .column("Tenant", from -> new Span(tenant(from)))
                .column("What they wrote", from -> text(context, from))
                .column("Impact", from -> FeedbackWords.impact(from.impact()))
                .column("When", from -> new RelativeTime(from.submittedAt(), clock))
                .column("Screen", from -> code(from.attached(Attachment.SCREEN)))
                .column("Action", from -> code(from.attached(Attachment.ACTION)))
                .column("Rule", from -> code(from.attached(Attachment.RULE)))
                .column("Receipt there", from -> code(from.attached(Attachment.RECEIPT)))
                .rows(contexts);
    }

    private String tenant(Context from) {
        return tenants.find(from.tenant()).map(Tenant::name).orElse("a former tenant");
    }

    private static Component code(Optional<String> value) {
        var code = new Span(value.orElse("–"));
        code.addClassName("code");
        return code;
    }

    private Component text(TenantContext context, Context from) {
        var place = new Div();
        place.addClassName("feedback-said");
        var read = new Button("Read, with a receipt", click -> read(context, from, place));
        read.addThemeVariants(ButtonVariant.LUMO_SMALL);
        place.add(read);
        return place;
    }

    private void read(TenantContext context, Context from, Div place) {
        words.read(context.caller(), from.tenant(), from.id()).ifPresent(ended -> {
            place.removeAll();
            if (ended instanceof Enforced.Done<SenderWords.Said> done) {
                place.add(new Div(
                        FeedbackWords.said(done.value().text(), done.value().purged())));
                done.value()
                        .picture()
                        .ifPresent(picture -> place.add(new PictureImage(
                                done.value()::picture,
                                "The picture that went along: "
                                        + picture.facts().words())));
                place.add(new ReceiptBadge(context.slug(), done.receipt().id(), LogState.PENDING));
            } else {
                place.add(Refusal.of(context.slug(), "read what was written", ended));
            }
        });
    }
}
