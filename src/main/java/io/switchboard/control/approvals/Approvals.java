package io.switchboard.control.approvals;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * For whoever holds something back until it is approved: asks once for each digest, and takes the approval in the transaction of what was approved, so that it counts once. A denial
 * stands until the deadline of its ticket; whoever asks again until then gets the same ticket.
 */
@Service
public class Approvals {

    public static final ActionId REQUEST = new ActionId("approvals.request");

    static final String RESOURCE = "Approval";

    static final String ASKED = "asked";

    private static final String ASKED_ALREADY = "asked-already";

    private final EnforcementPoint enforcement;
    private final Tickets tickets;
    private final Clock clock;
    private final Duration openFor;

    Approvals(
            EnforcementPoint enforcement,
            Tickets tickets,
            Clock clock,
            @Value("${switchboard.approvals.open-for}") Duration openFor) {
        this.enforcement = enforcement;
        this.tickets = tickets;
        this.clock = clock;
        this.openFor = openFor;
    }

    /** The ticket for this question, opened if there is none. {@code held} is the receipt of what did not happen for want of it. */
    public Asked ask(Caller caller, Question question, ReceiptId held) {
        return standing(caller, question).orElseGet(() -> opened(caller, question, held));
    }

    private Optional<Asked> standing(Caller caller, Question question) {
        return tickets.standing(caller.tenant(), question.digest(), clock.instant())
                .map(Asked.Standing::new);
    }

    private Asked opened(Caller caller, Question question, ReceiptId held) {
        var id = TicketId.random();
        var action = GovernedAction.of(caller, REQUEST, ResourceRef.of(RESOURCE, id.value()))
                .withContext(Map.of(ASKED, question.action().value()))
                .withParent(held);
        var ended = enforcement.perform(action, () -> open(caller, id, question, held));
        return ended instanceof Enforced.Done<Ticket> done
                ? new Asked.Standing(done.value())
                : standing(caller, question).orElseGet(() -> new Asked.Unasked(ended));
    }

    /** What was held is the first that can be looked at: it was tried, and it changed nothing. */
    private static Question withWhatWasHeld(Question question, ReceiptId held) {
        return question.on(question.terms()
                .with(new Evidence(
                        "It was held: nothing has changed yet. The receipt says when, by whom and why.",
                        Optional.of(held))));
    }

    private Effect<Ticket> open(Caller caller, TicketId id, Question question, ReceiptId held) {
        var now = clock.instant();
        var ticket = new Ticket(
                caller.tenant(),
                id,
                withWhatWasHeld(question, held),
                caller.actor(),
                TicketState.OPEN,
                question.terms().quorum(),
                0,
                now,
                now.plus(openFor),
                Optional.empty(),
                List.of());
        tickets.release(caller.tenant(), question.digest(), now);
        try {
            tickets.open(ticket);
        } catch (DuplicateKeyException e) {
            throw new ChangeFailure(ASKED_ALREADY, "The same was asked at the same moment; that ticket counts.");
        }
        return Effect.of(ticket, Subject.atVersion(RESOURCE, id.value(), 0)).withFacts(facts(question));
    }

    private static Map<String, Object> facts(Question question) {
        var facts = new HashMap<String, Object>();
        facts.put(ASKED, question.action().value());
        facts.put("digest", question.digest().hex());
        facts.put("quorum", (long) question.terms().quorum());
        question.terms().by().ifPresent(role -> facts.put("by", role.wire()));
        question.tallies().forEach(tally -> facts.put(tally.code(), tally.number()));
        return facts;
    }

    /** How a ticket stands that was asked for; for whoever waits for it, which is no view. */
    public Optional<Ticket> find(TenantId tenant, TicketId id) {
        return tickets.find(tenant, id, clock.instant());
    }

    /** The ticket that answers for this digest now; for pages that say how it stands. */
    public Optional<Ticket> standing(TenantId tenant, Sha256 digest) {
        return tickets.standing(tenant, digest, clock.instant());
    }

    /** In the transaction of what was approved: the approval for this digest, which is used from then on; empty where there is none. */
    public Optional<Approval> use(TenantId tenant, Sha256 digest) {
        return tickets.lockStanding(tenant, digest, clock.instant())
                .filter(Ticket::isApproved)
                .map(this::used);
    }

    private Approval used(Ticket ticket) {
        tickets.used(ticket);
        return new Approval(
                ticket.id(),
                ticket.votes().stream()
                        .filter(vote -> vote.verdict() == Verdict.APPROVE)
                        .flatMap(vote -> vote.receipt().stream())
                        .toList());
    }
}
