package io.switchboard.operations.administration.scim;

import io.switchboard.control.approvals.Approval;
import io.switchboard.control.approvals.Approvals;
import io.switchboard.control.approvals.Asked;
import io.switchboard.control.approvals.Evidence;
import io.switchboard.control.approvals.Question;
import io.switchboard.control.approvals.Tally;
import io.switchboard.control.approvals.Terms;
import io.switchboard.control.approvals.Ticket;
import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.platform.identity.MemberDirectory;
import io.switchboard.platform.identity.Standings;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Holds what a machine may not do alone until somebody has approved it: raising somebody to partner-admin or approver, and taking something from many members, at once or within an
 * hour. The last active partner-admin stays in any case.
 */
@Component
class FourEyes {

    private static final Terms TERMS = Terms.USUAL
            .with(Evidence.of("The change was tried and rolled back, so its counts are those of the real one."))
            .undoneBy("Set members and groups back at the identity provider, which brings them back here.");

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Approvals approvals;
    private final Pace pace;
    private final MassChange massChange;
    private final MemberDirectory members;
    private final Standings standings;

    FourEyes(Approvals approvals, Pace pace, MassChange massChange, MemberDirectory members, Standings standings) {
        this.approvals = approvals;
        this.pace = pace;
        this.massChange = massChange;
        this.members = members;
        this.standings = standings;
    }

    Guard guard(Caller caller, GovernedAction action, Asking asking) {
        return new ThisGuard(caller, action, asking);
    }

    /** In a transaction of its own: the approval of a whole bulk is used before the first of its operations. */
    Optional<Approval> use(Caller caller, Question question) {
        return approvals.use(caller.tenant(), question.digest());
    }

    /** What a bulk asks: its operations' effects added up. Ids that it would give out are not known yet, so it is bound to counts. */
    Question question(GovernedAction bulk, Asking asking, List<BulkRun.Result> results) {
        var shifts = results.stream()
                .flatMap(result -> result.written().stream())
                .map(written -> written.changes().shift())
                .toList();
        var tallies = tallies(count -> shifts.stream().mapToLong(count).sum());
        var lines = tallies.stream()
                .map(tally -> tally.code() + " " + tally.number())
                .toList();
        return new Question(
                bulk.request().action(),
                asking.digest(bulk.request().caller(), lines),
                "A bulk of " + results.size() + " operations by SCIM: " + words(tallies) + ".",
                tallies,
                shifts.stream().flatMap(shift -> shift.raisedMembers().stream()).collect(Collectors.toSet()),
                TERMS);
    }

    /** What the client is told. {@code ended} is what left the receipt of the write that did not happen. */
    ScimFault held(Caller caller, Question question, Enforced<?> ended) {
        return switch (approvals.ask(caller, question, ended.receipt().id())) {
            case Asked.Standing(var ticket) -> held(ticket, ended);
            case Asked.Unasked(var refused) -> {
                Outcomes.done(refused);
                throw new IllegalStateException("what was done is a ticket");
            }
        };
    }

    private static ScimFault held(Ticket ticket, Enforced<?> ended) {
        return ScimFault.proven(
                HttpStatus.FORBIDDEN,
                "",
                "Nothing was changed, since this needs an approval. "
                        + ticket.question().sentence() + " " + standing(ticket),
                Map.of(
                        "ticket", ticket.id().value(),
                        "ticketState", ticket.state().wire(),
                        "receiptId", ended.receipt().id().value()));
    }

    private static String standing(Ticket ticket) {
        var deadline = WHEN.format(ticket.deadline());
        return switch (ticket.state()) {
            case OPEN ->
                "Ticket " + ticket.id() + " waits for an approver of the tenant until " + deadline
                        + ". Repeat the same request after it was approved.";
            case APPROVED -> "Ticket " + ticket.id() + " is approved by now. Repeat the same request.";
            case DENIED, EXPIRED, USED ->
                "Ticket " + ticket.id() + " was " + ticket.state().wire()
                        + ". Speak with the tenant's approvers; the same can be asked for again after " + deadline
                        + ".";
        };
    }

    private static List<Tally> tallies(ToLongFunction<ToLongFunction<Shift>> sum) {
        return List.of(
                tally(
                        "signInsLost",
                        "member who can no longer sign in",
                        "members who can no longer sign in",
                        sum.applyAsLong(Shift::gone)),
                tally(
                        "membersDemoted",
                        "member who loses a role",
                        "members who lose a role",
                        sum.applyAsLong(Shift::demoted)),
                tally(
                        "membersRaised",
                        "member who becomes partner-admin or approver",
                        "members who become partner-admin or approver",
                        sum.applyAsLong(Shift::raised)));
    }

    private static Tally tally(String code, String one, String several, long number) {
        return new Tally(code, number == 1 ? one : several, number);
    }

    private static String words(List<Tally> tallies) {
        return String.join(
                ", ",
                tallies.stream()
                        .filter(tally -> tally.number() > 0)
                        .map(tally -> tally.words() + ": " + tally.number())
                        .toList());
    }

    /** The guard of one write. */
    private final class ThisGuard implements Guard {

        private final Caller caller;
        private final GovernedAction action;
        private final Asking asking;
        private @Nullable Question question;

        ThisGuard(Caller caller, GovernedAction action, Asking asking) {
            this.caller = caller;
            this.action = action;
            this.asking = asking;
        }

        @Override
        public Optional<Question> question() {
            return Optional.ofNullable(question);
        }

        @Override
        public Effect<Written> passed(Supplier<Effect<Written>> change) {
            question = null;
            pace.takeTurn(caller.tenant());
            long active = members.active(caller.tenant());
            var effect = changed(change);
            var shift = effect.value().changes().shift();
            var why = why(shift, active);
            if (why.isEmpty()) {
                count(shift);
                return effect;
            }
            var asked = asked(why.get(), shift);
            return approvals
                    .use(caller.tenant(), asked.digest())
                    .map(approval -> with(effect, approval))
                    .orElseThrow(() -> {
                        question = asked;
                        return new ChangeFailure(
                                Write.HELD,
                                why.get(),
                                Map.of("digest", asked.digest().hex()));
                    });
        }

        @Override
        public Effect<Written> approved(Supplier<Effect<Written>> change, Approval approval) {
            pace.takeTurn(caller.tenant());
            return with(changed(change), approval);
        }

        @Override
        public Effect<Written> tried(Supplier<Effect<Written>> change) {
            pace.takeTurn(caller.tenant());
            long active = members.active(caller.tenant());
            var effect = changed(change);
            var shift = effect.value().changes().shift();
            var why = why(shift, active);
            count(shift);
            return why.map(sentence -> effect.withValue(effect.value().heldFor(sentence)))
                    .orElse(effect);
        }

        private Effect<Written> changed(Supplier<Effect<Written>> change) {
            var effect = change.get();
            if (effect.value().changes().shift().takes(Role.PARTNER_ADMIN)
                    && standings.holders(caller.tenant(), Role.PARTNER_ADMIN) == 0) {
                throw new ChangeFailure(
                        Write.LAST_ADMIN,
                        "This would take away the last active partner-admin, and nobody could administer the tenant any more. Make"
                                + " somebody else partner-admin first.");
            }
            return effect;
        }

        private void count(Shift shift) {
            if (shift.affected() > 0) {
                pace.add(caller.tenant(), shift.affected());
            }
        }

        private Optional<String> why(Shift shift, long active) {
            if (shift.raised() > 0) {
                return Optional.of("Nobody becomes partner-admin or approver by SCIM alone.");
            }
            if (shift.affected() == 0) {
                return Optional.empty();
            }
            long lately = pace.lately(caller.tenant());
            return massChange.isReachedBy(lately + shift.affected(), active)
                    ? Optional.of("Within an hour " + (lately + shift.affected()) + " of " + active
                            + " active members would lose something; above " + massChange.percent()
                            + " % somebody has to approve it.")
                    : Optional.empty();
        }

        private Question asked(String why, Shift shift) {
            var tallies = tallies(count -> count.applyAsLong(shift));
            return new Question(
                    action.request().action(),
                    asking.digest(caller, shift.lines()),
                    why + " This change of a " + asking.thing() + " by SCIM comes to: " + words(tallies) + ".",
                    tallies,
                    shift.raisedMembers(),
                    TERMS);
        }

        private Effect<Written> with(Effect<Written> effect, Approval approval) {
            var facts = new HashMap<>(effect.facts());
            facts.put("ticket", approval.ticket().value());
            return effect.withFacts(facts).approvedBy(approval.receipts());
        }
    }
}
