package io.switchboard.operations.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Role;
import io.switchboard.operations.delivery.Bucket;
import io.switchboard.operations.delivery.Buckets;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** The tenant's buckets, and a form for one more. */
@Component
class BucketsCard {

    private final Buckets buckets;
    private final Clock clock;

    BucketsCard(Buckets buckets, Clock clock) {
        this.buckets = buckets;
        this.clock = clock;
    }

    /** {@code told} hears what was wanted and how it ended. */
    Section of(TenantContext context, BiConsumer<String, Enforced<?>> told) {
        var card = new Card(
                "Buckets",
                new Paragraph("S3-compatible buckets of yours that are given the files of each Trust Report, under keys"
                        + " that name their digests."));
        var all = buckets.list(context.caller());
        if (!all.isEmpty()) {
            card.add(table(context, told).rows(all));
        }
        if (context.holds(Role.PARTNER_ADMIN)) {
            card.add(new NativeDetails(
                    "Connect a bucket",
                    new BucketForm((draft, keys) -> told.accept(
                            "connect the bucket " + draft.destination().name(),
                            buckets.connect(context.caller(), draft, keys)))));
        } else if (all.isEmpty()) {
            card.add(new Paragraph("None is connected. A partner-admin can connect one."));
        }
        return card;
    }

    private DataTable<Bucket> table(TenantContext context, BiConsumer<String, Enforced<?>> told) {
        return new DataTable<Bucket>("Buckets")
                .column("Name", each -> DeliveriesView.code(each.destination().name()))
                .column("Bucket", each -> DeliveriesView.code(each.bucket()))
                .column("Endpoint", each -> DeliveriesView.code(each.endpoint()))
                .column("Prefix", each -> each.prefix().isEmpty() ? new Span("–") : DeliveriesView.code(each.prefix()))
                .column("Since", each -> new RelativeTime(each.since(), clock))
                .column("Action", each -> remove(context, each, told));
    }

    private com.vaadin.flow.component.Component remove(
            TenantContext context, Bucket bucket, BiConsumer<String, Enforced<?>> told) {
        if (!context.holds(Role.PARTNER_ADMIN)) {
            return new Span("–");
        }
        var name = bucket.destination().name();
        var remove = new Button(
                "Remove",
                _ -> buckets.remove(context.caller(), bucket.destination())
                        .ifPresent(ended -> told.accept("remove the bucket " + name, ended)));
        remove.addThemeVariants(ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel("Remove the bucket " + name);
        return remove;
    }
}
