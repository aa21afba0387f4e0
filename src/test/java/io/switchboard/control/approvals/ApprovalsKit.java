package io.switchboard.control.approvals;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.Viewing;
import java.time.Clock;
import java.time.Duration;

/** The module put together by hand, for tests of modules that hold something back. */
public final class ApprovalsKit {

    public static final Duration OPEN_FOR = Duration.ofDays(3);

    public final Approvals approvals;
    public final ApprovalDesk desk;
    private final TicketReceipts receipts;

    public ApprovalsKit(EnforcementKit kit, Clock clock) {
        var tickets = new Tickets(kit.jdbc());
        approvals = new Approvals(kit.enforcement(), tickets, clock, OPEN_FOR);
        desk = new ApprovalDesk(kit.enforcement(), kit.policy(), new Viewing(kit.policy()), tickets, clock, OPEN_FOR);
        receipts = new TicketReceipts(tickets);
    }

    /** What the portal's events do by themselves. */
    public void note(ActionReceipted done) {
        receipts.note(done);
    }
}
