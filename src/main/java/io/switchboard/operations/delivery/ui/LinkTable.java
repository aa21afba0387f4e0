package io.switchboard.operations.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.operations.delivery.SecureLink;
import io.switchboard.operations.delivery.SecureLinks;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** The tenant's secure links, and what ends one. */
@Component
public class LinkTable {

    private final SecureLinks links;
    private final ActorNames names;
    private final Clock clock;

    LinkTable(SecureLinks links, ActorNames names, Clock clock) {
        this.links = links;
        this.names = names;
        this.clock = clock;
    }

    /** {@code told} hears what was wanted and how it ended. */
    public Section of(TenantContext context, BiConsumer<String, Enforced<?>> told) {
        var card = new Card("Secure links");
        var made = links.list(context.caller());
        if (made.isEmpty()) {
            card.add(new Paragraph("No file has been shared by a link yet."));
            return card;
        }
        card.add(table(context, told).rows(made));
        long total = links.count(context.caller());
        if (total > made.size()) {
            card.add(new Paragraph("The latest " + made.size() + " of " + total + " are shown."));
        }
        return card;
    }

    private DataTable<SecureLink> table(TenantContext context, BiConsumer<String, Enforced<?>> told) {
        return new DataTable<SecureLink>("Secure links")
                .column("File", link -> new Span(link.name()))
                .column("Stands", link -> new Span(link.at(clock.instant()).words()))
                .column("Downloads", link -> new Span(link.uses() + " of " + link.mostUses()))
                .column("Ends", link -> new RelativeTime(link.expiresAt(), clock))
                .column("By", link -> new Span(names.of(context.tenant().id(), link.by())))
                .column("End it", link -> revoke(context, link, told));
    }

    private com.vaadin.flow.component.Component revoke(
            TenantContext context, SecureLink link, BiConsumer<String, Enforced<?>> told) {
        if (link.at(clock.instant()) != SecureLink.Standing.OPEN) {
            return new Span("–");
        }
        var button = new Button(
                "Revoke",
                _ -> links.revoke(context.caller(), link.id())
                        .ifPresent(ended -> told.accept("revoke the link to " + link.name(), ended)));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
        button.setAriaLabel("Revoke the link to " + link.name());
        return button;
    }
}
