package io.switchboard.control.approvals;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes a request's and a decision's receipt with its ticket, in the transaction that leaves it. */
@Component
class TicketReceipts {

    private final Tickets tickets;

    TicketReceipts(Tickets tickets) {
        this.tickets = tickets;
    }

    @EventListener
    void note(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED) {
            done.subjects().stream()
                    .filter(subject -> subject.type().equals(Approvals.RESOURCE))
                    .forEach(subject -> note(done, subject));
        }
    }

    private void note(ActionReceipted done, Subject subject) {
        var id = new TicketId(subject.id());
        if (done.action().equals(Approvals.REQUEST)) {
            tickets.requested(done.tenant(), id, done.receipt());
        } else if (done.action().equals(ApprovalDesk.DECIDE)) {
            tickets.decided(done.tenant(), id, done.actor(), done.receipt());
        }
    }
}
