package io.switchboard.control.approvals;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.kernel.Caller;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Approvals for the tests of whoever asks for them. */
public final class TestApprovals {

    private static final Duration OPEN_FOR = Duration.ofDays(3);

    private final EnforcementKit kit;
    private final Approvals approvals;
    private final ApprovalDesk desk;
    private final TicketReceipts receipts;

    private TestApprovals(EnforcementKit kit) {
        this.kit = kit;
        var tickets = new Tickets(kit.jdbc());
        approvals = new Approvals(kit.enforcement(), tickets, kit.clock(), OPEN_FOR);
        desk = new ApprovalDesk(
                kit.enforcement(),
                kit.policy(),
                new Viewing(kit.policy()),
                tickets,
                kit.clock(),
                OPEN_FOR,
                UnaryOperator.identity());
        receipts = new TicketReceipts(tickets);
    }

    public static TestApprovals on(EnforcementKit kit) {
        return new TestApprovals(kit);
    }

    public Approvals approvals() {
        return approvals;
    }

    public Enforced<Ticket> decide(Caller by, TicketId ticket, Verdict verdict) {
        var ended = desk.decide(by, ticket, verdict, "Because.").orElseThrow();
        deliver();
        return ended;
    }

    /** What the portal's events do by themselves. */
    public void deliver() {
        kit.events().stream()
                .filter(ActionReceipted.class::isInstance)
                .map(ActionReceipted.class::cast)
                .forEach(receipts::note);
    }
}
