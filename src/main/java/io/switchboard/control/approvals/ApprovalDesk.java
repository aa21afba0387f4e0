package io.switchboard.control.approvals;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.platform.identity.RolesNow;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** A tenant's tickets for whoever looks at them or decides them. Looking is authorised and leaves no receipt; a decision is governed. */
@Service
public class ApprovalDesk {

    public static final ActionId VIEW = new ActionId("approvals.view");
    public static final ActionId DECIDE = new ActionId("approvals.decide");

    /** A reason has at most so many characters. */
    public static final int LONGEST_REASON = 500;

    private final EnforcementPoint enforcement;
    private final PolicyDecisionPoint policy;
    private final Viewing viewing;
    private final Tickets tickets;
    private final Clock clock;
    private final Duration openFor;
    private final UnaryOperator<Caller> rolesNow;

    @Autowired
    ApprovalDesk(
            EnforcementPoint enforcement,
            PolicyDecisionPoint policy,
            Viewing viewing,
            Tickets tickets,
            Clock clock,
            @Value("${switchboard.approvals.open-for}") Duration openFor,
            RolesNow rolesNow) {
        this(enforcement, policy, viewing, tickets, clock, openFor, rolesNow::of);
    }

    ApprovalDesk(
            EnforcementPoint enforcement,
            PolicyDecisionPoint policy,
            Viewing viewing,
            Tickets tickets,
            Clock clock,
            Duration openFor,
            UnaryOperator<Caller> rolesNow) {
        this.enforcement = enforcement;
        this.policy = policy;
        this.viewing = viewing;
        this.tickets = tickets;
        this.clock = clock;
        this.openFor = openFor;
        this.rolesNow = rolesNow;
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, Approvals.RESOURCE);
    }

    public TicketPage list(Caller caller, Optional<TicketState> state, Optional<TicketId> last, int limit) {
        viewing.require(caller, VIEW, Approvals.RESOURCE);
        return tickets.list(caller.tenant(), state, last, limit, clock.instant());
    }

    public Optional<Ticket> find(Caller caller, TicketId id) {
        viewing.require(caller, VIEW, Approvals.RESOURCE);
        return tickets.find(caller.tenant(), id, clock.instant());
    }

    /** Advice for the page: what stands against this caller's decision on the ticket. */
    public Optional<Decision> againstDeciding(Caller caller, Ticket ticket) {
        return Optional.of(policy.decide(action(caller, ticket).request())).filter(decision -> !decision.allowed());
    }

    /** For whoever wants to know why: the same decision, and who else could take it. */
    public Explanation explain(Caller caller, Ticket ticket) {
        return new Explanation(
                policy.decide(action(caller, ticket).request()),
                Arrays.stream(Role.values())
                        .filter(role -> could(caller, ticket, role))
                        .toList());
    }

    private boolean could(Caller caller, Ticket ticket, Role role) {
        var somebodyElse = new Caller(caller.tenant(), Actor.user(MemberId.random()), Set.of(role));
        return policy.wouldAllow(action(somebodyElse, ticket).request());
    }

    /** Empty where the tenant has no such ticket. The reason is text of 1 to 500 characters, kept with the ticket and disclosed by the receipt. */
    public Optional<Enforced<Ticket>> decide(Caller seen, TicketId id, Verdict verdict, String reason) {
        return decideNow(rolesNow.apply(seen), id, verdict, reason);
    }

    /** A page may have been open since before a role was taken. */
    private Optional<Enforced<Ticket>> decideNow(Caller caller, TicketId id, Verdict verdict, String reason) {
        return tickets.find(caller.tenant(), id, clock.instant())
                .map(seen ->
                        enforcement.perform(action(caller, seen), () -> decided(caller, id, verdict, reason.strip())))
                .map(this::withItsReceipt);
    }

    /** A decision's receipt comes after the decision, in the same transaction. */
    private Enforced<Ticket> withItsReceipt(Enforced<Ticket> ended) {
        return ended.map(ticket ->
                tickets.find(ticket.tenant(), ticket.id(), clock.instant()).orElse(ticket));
    }

    private static GovernedAction action(Caller caller, Ticket ticket) {
        var action = GovernedAction.of(
                        caller,
                        DECIDE,
                        ResourceRef.of(Approvals.RESOURCE, ticket.id().value()))
                .withContext(about(caller, ticket));
        return ticket.requested().map(action::withParent).orElse(action);
    }

    private static Map<String, Object> about(Caller caller, Ticket ticket) {
        var context = new HashMap<String, Object>(Map.of(
                "ownRequest",
                ticket.isAskedBy(caller.actor()),
                "raisesOwnRights",
                ticket.raises(caller.actor()),
                Approvals.ASKED,
                ticket.question().action().value()));
        ticket.question().terms().by().ifPresent(role -> context.put("namedRole", role.wire()));
        return context;
    }

    private Effect<Ticket> decided(Caller caller, TicketId id, Verdict verdict, String reason) {
        var now = clock.instant();
        requireReason(reason);
        var ticket = tickets.lock(caller.tenant(), id, now).orElseThrow();
        requireOpen(ticket, caller);
        var state = ticket.after(verdict);
        tickets.vote(ticket, new Vote(caller.actor(), verdict, reason, now, Optional.empty()));
        tickets.stands(ticket, state, state == TicketState.APPROVED ? now.plus(openFor) : ticket.deadline());
        var after = tickets.find(caller.tenant(), id, now).orElseThrow();
        return Effect.of(after, Subject.atVersion(Approvals.RESOURCE, id.value(), after.version()))
                .withFacts(Map.of(
                        "asked", ticket.question().action().value(),
                        "digest", ticket.question().digest().hex(),
                        "verdict", verdict.wire(),
                        "state", state.wire()))
                .withDisclosures(Map.of("reason", reason));
    }

    private static void requireReason(String reason) {
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new ChangeFailure(
                    "no-reason",
                    "A decision has a reason of 1 to " + LONGEST_REASON + " characters. Say why, and decide again.");
        }
    }

    private static void requireOpen(Ticket ticket, Caller caller) {
        if (ticket.state() != TicketState.OPEN) {
            throw new ChangeFailure(
                    "not-open",
                    "This ticket is " + ticket.state().wire()
                            + " and no longer open. Where the change is still wanted, let it be asked for again.");
        }
        if (ticket.hasVoteOf(caller.actor())) {
            throw new ChangeFailure(
                    "decided-already", "You have decided this ticket already. Another approver is needed.");
        }
    }
}
