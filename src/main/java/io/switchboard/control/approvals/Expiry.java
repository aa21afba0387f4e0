package io.switchboard.control.approvals;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptDraft;
import io.switchboard.control.receipts.Receipts;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.Actor;
import io.switchboard.platform.observability.Correlations;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** No answer in time means no, and an approval that nobody used in time means nothing any more: both end with a receipt of the portal's own. */
@Component
class Expiry {

    private static final int AT_ONCE = 100;

    private final Tickets tickets;
    private final Receipts receipts;
    private final Correlations correlations;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Expiry(
            Tickets tickets,
            Receipts receipts,
            Correlations correlations,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.tickets = tickets;
        this.receipts = receipts;
        this.correlations = correlations;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void work() {
        for (var overdue : tickets.overdue(clock.instant(), AT_ONCE)) {
            transaction.executeWithoutResult(status -> {
                var ticket = tickets.lock(overdue.tenant(), overdue.ticket(), clock.instant());
                if (ticket.filter(this::ended).isEmpty()) {
                    status.setRollbackOnly();
                }
            });
        }
    }

    /** False where it was used or answered for in the meantime, or another node was quicker. */
    private boolean ended(Ticket ticket) {
        return ticket.state() == TicketState.EXPIRED
                && tickets.expired(ticket, receipts.append(draft(ticket)).id());
    }

    private ReceiptDraft draft(Ticket ticket) {
        return new ReceiptDraft(
                ticket.tenant(),
                Actor.system("approvals"),
                ApprovalDesk.DECIDE,
                Outcome.FAILED,
                Optional.empty(),
                correlations.current(),
                ticket.requested(),
                Optional.of("deadline"),
                List.of(),
                List.of(Subject.atVersion(Approvals.RESOURCE, ticket.id().value(), ticket.version() + 1L)),
                Map.of(
                        "code", ticket.votes().isEmpty() ? "unanswered" : "unused",
                        "asked", ticket.question().action().value(),
                        "digest", ticket.question().digest().hex()),
                Map.of());
    }
}
