package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.html.Span;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ReceiptRow;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.MemberId;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** "Last changed 2 h ago by Grace", with the receipt that says so. */
@Component
class ProofLine {

    private final ReceiptQuery receipts;
    private final Members members;
    private final Clock clock;

    ProofLine(ReceiptQuery receipts, Members members, Clock clock) {
        this.receipts = receipts;
        this.members = members;
        this.clock = clock;
    }

    /** Of the last time that the action was done; empty where it never was. */
    Optional<Span> latest(TenantContext context, ActionId action, String what) {
        return latest(context, ReceiptFilter.allowed(action), what);
    }

    /** Of the last time that the action was tried, however it ended. */
    Optional<Span> latestTry(TenantContext context, ActionId action, String what) {
        return latest(context, ReceiptFilter.of(action), what);
    }

    private Optional<Span> latest(TenantContext context, ReceiptFilter filter, String what) {
        return receipts.list(context.tenant().id(), filter, Optional.empty(), 1).items().stream()
                .findFirst()
                .map(row -> line(context, row, what));
    }

    private Span line(TenantContext context, ReceiptRow row, String what) {
        var receipt = row.receipt();
        var line = new Span(
                new Span(what),
                new RelativeTime(receipt.occurredAt(), clock),
                new Span("by " + name(context, receipt.actor())),
                new ReceiptBadge(context.slug(), receipt.id(), row.state()));
        line.addClassName("proof-line");
        return line;
    }

    private String name(TenantContext context, Actor actor) {
        return actor.type() == Actor.Type.USER
                ? members.find(context.tenant().id(), new MemberId(actor.id()))
                        .map(Member::displayName)
                        .orElse("a former member")
                : actor.type().wire() + " " + actor.id();
    }
}
