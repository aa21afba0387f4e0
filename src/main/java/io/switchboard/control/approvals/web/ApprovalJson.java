package io.switchboard.control.approvals.web;

import io.switchboard.control.approvals.Evidence;
import io.switchboard.control.approvals.Tally;
import io.switchboard.control.approvals.Ticket;
import io.switchboard.control.approvals.TicketId;
import io.switchboard.control.approvals.TicketPage;
import io.switchboard.control.approvals.Vote;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of {@link ApprovalsController}. Times are RFC 3339 in UTC. */
final class ApprovalJson {

    private ApprovalJson() {}

    /** {@code {"verdict": "approve" | "deny", "reason": "…"}}. */
    record Asked(@Nullable String verdict, @Nullable String reason) {}

    record Page(List<Item> items, Optional<String> next, long total) {

        static Page of(TicketPage page) {
            return new Page(
                    page.items().stream().map(Item::of).toList(), page.next().map(TicketId::value), page.total());
        }
    }

    record Item(
            String id,
            String state,
            String action,
            String digest,
            String sentence,
            List<Tally> counts,
            Who requestedBy,
            Instant requestedAt,
            Instant deadline,
            Optional<String> receiptId,
            int quorum,
            Optional<String> by,
            List<Seen> evidence,
            Optional<String> undo,
            List<Decided> decisions) {

        static Item of(Ticket ticket) {
            var question = ticket.question();
            return new Item(
                    ticket.id().value(),
                    ticket.state().wire(),
                    question.action().value(),
                    question.digest().hex(),
                    question.sentence(),
                    question.tallies(),
                    Who.of(ticket.requester()),
                    ticket.requestedAt(),
                    ticket.deadline(),
                    ticket.requested().map(ReceiptId::value),
                    ticket.quorum(),
                    question.terms().by().map(Role::wire),
                    question.terms().evidence().stream().map(Seen::of).toList(),
                    question.terms().undo(),
                    ticket.votes().stream().map(Decided::of).toList());
        }
    }

    record Seen(String words, Optional<String> receiptId) {

        static Seen of(Evidence evidence) {
            return new Seen(evidence.words(), evidence.receipt().map(ReceiptId::value));
        }
    }

    record Who(String type, String id) {

        static Who of(Actor actor) {
            return new Who(actor.type().wire(), actor.id());
        }
    }

    record Decided(Who by, String verdict, String reason, Instant at, Optional<String> receiptId) {

        static Decided of(Vote vote) {
            return new Decided(
                    Who.of(vote.approver()),
                    vote.verdict().wire(),
                    vote.reason(),
                    vote.at(),
                    vote.receipt().map(ReceiptId::value));
        }
    }
}
