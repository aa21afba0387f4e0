package io.switchboard.control.approvals;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question that waits for somebody else's yes, and how it stood when it was read. {@code quorum} approvals are needed, one denial ends it. Past the {@code deadline} it
 * means no; an approval moves the deadline once, so that there is time to use it.
 */
public record Ticket(
        TenantId tenant,
        TicketId id,
        Question question,
        Actor requester,
        TicketState state,
        int quorum,
        int version,
        Instant requestedAt,
        Instant deadline,
        Optional<ReceiptId> requested,
        List<Vote> votes) {

    public Ticket {
        votes = List.copyOf(votes);
    }

    /** Whether the actor would get more rights by what was asked. */
    boolean raises(Actor actor) {
        return actor.type() == Actor.Type.USER
                && question.raises().stream().anyMatch(member -> member.value().equals(actor.id()));
    }

    public boolean isAskedBy(Actor actor) {
        return requester.equals(actor);
    }

    /** With the votes that say so: they are read after the row, and in a transaction that began before them they are not there yet. */
    boolean isApproved() {
        return state == TicketState.APPROVED && approvals() >= quorum;
    }

    public boolean hasVoteOf(Actor actor) {
        return votes.stream().anyMatch(vote -> vote.approver().equals(actor));
    }

    /** Where one more verdict leads. */
    TicketState after(Verdict verdict) {
        return switch (verdict) {
            case DENY -> TicketState.DENIED;
            case APPROVE -> approvals() + 1 >= quorum ? TicketState.APPROVED : TicketState.OPEN;
        };
    }

    Ticket with(List<Vote> found) {
        return new Ticket(
                tenant, id, question, requester, state, quorum, version, requestedAt, deadline, requested, found);
    }

    public long approvals() {
        return votes.stream().filter(vote -> vote.verdict() == Verdict.APPROVE).count();
    }
}
