package io.switchboard.control.flags;

import io.switchboard.control.approvals.Approvals;
import io.switchboard.control.approvals.Asked;
import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.flags.RampWriting.Move;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Moves the ramps that are due, each step with a receipt of the portal's own. May run on several nodes at once: a move is made for a ramp as it was seen, and refused for any other. */
@Component
class RampWork {

    static final ActionId ADVANCE = new ActionId("flags.advance-ramp");

    private static final Logger LOG = LoggerFactory.getLogger(RampWork.class);

    private final EnforcementPoint enforcement;
    private final RampRows ramps;
    private final RampSight sight;
    private final RampWriting writing;
    private final RampQuestions questions;
    private final Approvals approvals;
    private final PlatformTenant platform;
    private final KnownFlags known;
    private final Clock clock;

    RampWork(
            EnforcementPoint enforcement,
            RampRows ramps,
            RampSight sight,
            RampWriting writing,
            RampQuestions questions,
            Approvals approvals,
            PlatformTenant platform,
            KnownFlags known,
            Clock clock) {
        this.enforcement = enforcement;
        this.ramps = ramps;
        this.sight = sight;
        this.writing = writing;
        this.questions = questions;
        this.approvals = approvals;
        this.platform = platform;
        this.known = known;
        this.clock = clock;
    }

    /** A ramp that cannot be moved keeps no other from it. */
    void work() {
        for (var ramp : ramps.active()) {
            try {
                while (isMoved(ramp.flag())) {
                    known.refresh();
                }
            } catch (RuntimeException e) {
                LOG.error("The ramp of the flag {} could not be looked at", ramp.flag(), e);
            }
        }
    }

    /** One move; after a downtime several may be due one after the other. */
    private boolean isMoved(FlagKey flag) {
        return ramps.active(flag).map(this::isMoved).orElse(false);
    }

    private boolean isMoved(Ramp ramp) {
        return switch (RampDue.of(ramp, sight.of(ramp), clock.instant())) {
            case RampDue.Wait _ -> false;
            case RampDue.Begin(int step, var asOf) ->
                done(ramp, Move.of(RampEvent.Kind.BEGAN, step, "", "").asOf(asOf));
            case RampDue.Ask _ -> asked(ramp);
            case RampDue.Keep(var code, var says) -> done(ramp, Move.of(RampEvent.Kind.HELD, ramp.step(), code, says));
            case RampDue.Pause(var code, var says) ->
                done(ramp, Move.of(RampEvent.Kind.PAUSED, ramp.step(), code, says));
            case RampDue.RollBack(var because) -> done(ramp, back(ramp, because));
            case RampDue.Finish _ -> done(ramp, Move.of(RampEvent.Kind.ENDED, ramp.step(), "", ""));
        };
    }

    private static Move back(Ramp ramp, Judgement because) {
        var guardrail = ramp.plan().guardrail().orElseThrow();
        var facts = new HashMap<String, Object>();
        facts.put("signal", guardrail.signal());
        facts.put("bound", Judgement.text(guardrail.bound()));
        facts.put("sample", because.sample());
        because.figure().ifPresent(figure -> facts.put("figure", Judgement.text(figure)));
        because.baseline().ifPresent(figure -> facts.put("baseline", Judgement.text(figure)));
        return Move.of(RampEvent.Kind.BACK, -1, "guardrail", guardrail.signal() + ": " + because.says())
                .with(facts);
    }

    private boolean asked(Ramp ramp) {
        var held = enforcement.<Ramp>perform(action(ramp), () -> {
            throw new ChangeFailure(
                    "needs-approval", "The next step waits for an approver.", Map.of("ramp", (long) ramp.number()));
        });
        return switch (approvals.ask(
                questions.asker(ramp), questions.of(ramp), held.receipt().id())) {
            case Asked.Standing(var ticket) ->
                done(
                        ramp,
                        Move.of(RampEvent.Kind.HELD, ramp.step(), "approval", "Waits for an approver.")
                                .with(ticket.id()));
            case Asked.Unasked _ ->
                done(
                        ramp,
                        Move.of(
                                RampEvent.Kind.PAUSED,
                                ramp.step(),
                                "nobody-asks",
                                "Whoever started or resumed it may not ask for the approval any more. A platform-admin who resumes it asks."));
        };
    }

    private boolean done(Ramp ramp, Move move) {
        var ended = enforcement.perform(action(ramp), () -> moved(ramp, move));
        return ended instanceof Enforced.Done<Ramp>;
    }

    private Effect<Ramp> moved(Ramp ramp, Move move) {
        var effect =
                writing.moved(ramp, move, Caller.system(platform.id(), "ramps").actor());
        return goesOn(ramp, move) ? withApproval(ramp, effect) : effect;
    }

    private static boolean goesOn(Ramp ramp, Move move) {
        return ramp.step() >= 0
                && (move.kind() == RampEvent.Kind.BEGAN || move.kind() == RampEvent.Kind.ENDED)
                && ramp.plan().steps().get(ramp.step()).hold() instanceof Hold.Approval;
    }

    /** The approval is used in the transaction of the step that it was for. */
    private Effect<Ramp> withApproval(Ramp ramp, Effect<Ramp> effect) {
        var approval = approvals.use(platform.id(), questions.of(ramp).digest());
        FlagChanges.require(approval.isPresent(), "not-approved", "The approval of this step does not stand any more.");
        return effect.approvedBy(approval.orElseThrow().receipts());
    }

    private GovernedAction action(Ramp ramp) {
        var action = GovernedAction.of(
                Caller.system(platform.id(), "ramps"),
                ADVANCE,
                ResourceRef.of(FlagChanges.FLAG, ramp.flag().value()));
        return Optional.of(ramp.events().getFirst())
                .flatMap(RampEvent::receipt)
                .map(action::withParent)
                .orElse(action);
    }
}
