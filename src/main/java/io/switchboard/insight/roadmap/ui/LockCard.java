package io.switchboard.insight.roadmap.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.insight.roadmap.Release;
import io.switchboard.insight.roadmap.RoadmapDesk;
import io.switchboard.insight.roadmap.RoadmapLock;
import io.switchboard.insight.roadmap.RoadmapLocks;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** The locked releases with their documents, and what locks the next one. */
@Component
class LockCard {

    private final RoadmapDesk desk;
    private final RoadmapLocks locks;
    private final ReceiptQuery receipts;
    private final ActorNames names;
    private final Clock clock;

    LockCard(RoadmapDesk desk, RoadmapLocks locks, ReceiptQuery receipts, ActorNames names, Clock clock) {
        this.desk = desk;
        this.locks = locks;
        this.receipts = receipts;
        this.names = names;
        this.clock = clock;
    }

    com.vaadin.flow.component.Component of(TenantContext context, BiConsumer<String, Enforced<?>> told) {
        var locked = desk.locks(context.caller());
        var card = new Card(
                "Locks",
                "A lock is a signed document of what is in a release and what was deferred and why. It never changes.",
                locked.isEmpty() ? new Paragraph("No release is locked yet.") : table(context, locked));
        if (context.holds(Role.PM)) {
            card.add(form(context, told));
        }
        return card;
    }

    private com.vaadin.flow.component.Component form(TenantContext context, BiConsumer<String, Enforced<?>> told) {
        var release = new TextField("Release");
        release.setPlaceholder("v1.1");
        release.setValueChangeMode(ValueChangeMode.EAGER);
        release.setMaxLength(12);
        release.setErrorMessage(Release.SYNTAX);
        var lock = new Button("Lock the release", _ -> {
            release.setInvalid(!Release.isValid(release.getValue().strip()));
            if (!release.isInvalid()) {
                var wanted = new Release(release.getValue().strip());
                told.accept("lock " + wanted, locks.lock(context.caller(), wanted));
            }
        });
        lock.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new Div(release, lock);
        form.addClassNames("line", "lock-form");
        return form;
    }

    private com.vaadin.flow.component.Component table(TenantContext context, List<RoadmapLock> locked) {
        var states = receipts.states(
                context.tenant().id(),
                locked.stream().flatMap(lock -> lock.receipt().stream()).toList());
        return new DataTable<RoadmapLock>("Locked releases")
                .column("Release", lock -> new Span(lock.release().value()))
                .column("In", lock -> new Span(String.valueOf(lock.in())))
                .column("Deferred", lock -> new Span(String.valueOf(lock.deferred())))
                .column("Locked", lock -> new RelativeTime(lock.lockedAt(), clock))
                .column("By", lock -> new Span(names.of(context.tenant().id(), lock.by())))
                .column("Documents", lock -> documents(context, lock))
                .column("Receipt", lock -> badge(context, lock, states))
                .rows(locked);
    }

    private com.vaadin.flow.component.Component documents(TenantContext context, RoadmapLock lock) {
        var name = "roadmap-" + lock.release();
        var both = new Div(
                download(context, lock, name + ".pdf", "application/pdf", "PDF"),
                download(context, lock, name + ".dsse.json", "application/json", "Signed JSON"));
        both.addClassName("line");
        return both;
    }

    private Anchor download(TenantContext context, RoadmapLock lock, String name, String type, String text) {
        var link = new Anchor(
                DownloadHandler.fromInputStream(_ -> {
                    var documents =
                            desk.documents(context.caller(), lock.release()).orElseThrow();
                    var bytes = name.endsWith(".pdf") ? documents.pdf() : documents.json();
                    return new DownloadResponse(new ByteArrayInputStream(bytes), name, type, bytes.length);
                }),
                text);
        link.getElement().setAttribute("aria-label", text + " of " + lock.release());
        return link;
    }

    private static com.vaadin.flow.component.Component badge(
            TenantContext context, RoadmapLock lock, Map<ReceiptId, LogState> states) {
        return lock.receipt()
                .<com.vaadin.flow.component.Component>map(receipt ->
                        new ReceiptBadge(context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING)))
                .orElseGet(() -> new Span("–"));
    }
}
