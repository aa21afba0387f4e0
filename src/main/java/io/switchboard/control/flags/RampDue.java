package io.switchboard.control.flags;

import io.switchboard.control.approvals.TicketState;
import java.time.Instant;
import java.util.Optional;

/** What a ramp has to do now. Nothing but its plan, its events, what is seen and the time has a say. */
public sealed interface RampDue {

    /** Nothing; {@code until} a time, or until something happens. */
    record Wait(Optional<Instant> until) implements RampDue {}

    /** {@code asOf}: since when the step counts. */
    record Begin(int step, Instant asOf) implements RampDue {}

    record Ask() implements RampDue {}

    /** It is held: due, but for this reason it does not go on. */
    record Keep(String code, String says) implements RampDue {}

    record Pause(String code, String says) implements RampDue {}

    record RollBack(Judgement because) implements RampDue {}

    record Finish() implements RampDue {}

    /** What is seen from outside: the kill switch, the guardrail where there is one, the ticket where there is one, and how many actions there were since the step began. */
    record Seen(boolean on, Optional<Judgement> guardrail, Optional<TicketState> ticket, long sample) {}

    static RampDue of(Ramp ramp, Seen seen, Instant now) {
        if (!ramp.state().isActive()) {
            return new Wait(Optional.empty());
        }
        var breach = seen.guardrail().filter(it -> it.verdict() == Judgement.Verdict.BREACHED);
        if (ramp.step() >= 0 && seen.on() && breach.isPresent()) {
            return new RollBack(breach.get());
        }
        if (ramp.state() == RampState.PAUSED) {
            return new Wait(Optional.empty());
        }
        if (!seen.on()) {
            return new Pause("kill-switch", "The flag is switched off for everybody.");
        }
        return ramp.step() < 0 ? start(ramp, now) : afterTheHold(ramp, seen, now);
    }

    private static RampDue start(Ramp ramp, Instant now) {
        var due = ramp.startsAt();
        return now.isBefore(due) ? new Wait(Optional.of(due)) : new Begin(0, ramp.isWatched() ? now : due);
    }

    private static RampDue afterTheHold(Ramp ramp, Seen seen, Instant now) {
        return switch (ramp.plan().steps().get(ramp.step()).hold()) {
            case Hold.For(var time) -> {
                var due = ramp.since().plus(time).plus(ramp.paused(now));
                yield now.isBefore(due) ? new Wait(Optional.of(due)) : passed(ramp, seen, ramp.isWatched() ? now : due);
            }
            case Hold.Sample(long actions) ->
                seen.sample() < actions ? new Wait(Optional.empty()) : passed(ramp, seen, now);
            case Hold.Approval _ ->
                seen.ticket().map(state -> approved(ramp, seen, state, now)).orElseGet(Ask::new);
        };
    }

    private static RampDue approved(Ramp ramp, Seen seen, TicketState ticket, Instant now) {
        return switch (ticket) {
            case OPEN -> new Wait(Optional.empty());
            case APPROVED -> passed(ramp, seen, now);
            case DENIED -> new Pause("denied", "An approver said no. Whoever resumes it asks again.");
            case EXPIRED ->
                new Pause("expired", "Nobody approved it in time, which means no. Whoever resumes it asks again.");
            case USED -> new Pause("used", "The approval was used already. Whoever resumes it asks again.");
        };
    }

    private static RampDue passed(Ramp ramp, Seen seen, Instant asOf) {
        return seen.guardrail()
                .filter(it -> it.verdict() != Judgement.Verdict.FINE)
                .<RampDue>map(it -> held(ramp, it))
                .orElseGet(() -> ramp.isLast(ramp.step()) ? new Finish() : new Begin(ramp.step() + 1, asOf));
    }

    /** Said once for each reason. */
    private static RampDue held(Ramp ramp, Judgement judgement) {
        var code = judgement.verdict().wire();
        return ramp.state() == RampState.HELD && ramp.last().code().equals(code)
                ? new Wait(Optional.empty())
                : new Keep(code, judgement.says());
    }
}
