package io.switchboard.control.flags;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.flags.RampWriting.Move;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Ramps for whoever looks at them or has a hand in them: start, pause, resume, move to a step, roll back. Each is governed; what the clock does by itself is {@link RampWork}. */
@Service
public class RampDesk {

    public static final ActionId RAMP = new ActionId("flags.ramp");

    private final EnforcementPoint enforcement;
    private final Viewing viewing;
    private final RampRows ramps;
    private final RampWriting writing;
    private final RampSight sight;
    private final RampCheck check;
    private final RampWork work;
    private final FlagRows flags;
    private final PlatformTenant platform;
    private final KnownFlags known;
    private final Clock clock;

    RampDesk(
            EnforcementPoint enforcement,
            Viewing viewing,
            RampRows ramps,
            RampWriting writing,
            RampSight sight,
            RampCheck check,
            RampWork work,
            FlagRows flags,
            PlatformTenant platform,
            KnownFlags known,
            Clock clock) {
        this.enforcement = enforcement;
        this.viewing = viewing;
        this.ramps = ramps;
        this.writing = writing;
        this.sight = sight;
        this.check = check;
        this.work = work;
        this.flags = flags;
        this.platform = platform;
        this.known = known;
        this.clock = clock;
    }

    /** What guardrails can watch. */
    public List<GuardrailSignal> signals() {
        return sight.signals();
    }

    /** The flag's last ramp, active or not. */
    public Optional<Ramp> find(Caller caller, FlagKey key) {
        viewing.require(caller, FlagDesk.VIEW, FlagChanges.FLAG);
        return platform.is(caller.tenant()) ? ramps.latest(key) : Optional.empty();
    }

    /** The same, with the figures of this moment. */
    public Optional<RampNow> now(Caller caller, FlagKey key) {
        return find(caller, key).map(this::now);
    }

    private RampNow now(Ramp ramp) {
        var seen = sight.of(ramp);
        return new RampNow(
                ramp,
                seen.guardrail(),
                ramp.plan().guardrail().flatMap(it -> sight.signal(it.signal())),
                RampDue.of(ramp, seen, clock.instant()),
                seen.sample());
    }

    /** {@code version}: of the flag that the ramp was planned for. Empty where there is no such flag here. */
    public Optional<Enforced<Ramp>> start(Caller caller, FlagKey key, int version, RampPlan plan, String reason) {
        return flag(caller, key)
                .map(_ -> perform(caller, key, "start", Optional.empty(), () -> {
                    check.plan(plan);
                    RampCheck.reason(reason, false);
                    return writing.planned(key, version, plan, reason.strip(), caller.actor());
                }));
    }

    /** The rest is empty as well where the flag never had a ramp. */
    public Optional<Enforced<Ramp>> pause(Caller caller, FlagKey key, String reason) {
        return move(caller, key, "pause", reason, ramp -> {
            FlagChanges.require(ramp.state() != RampState.PAUSED, "not-running", "The ramp is paused already.");
            return Move.of(RampEvent.Kind.PAUSED, ramp.step(), "by-hand", reason.strip());
        });
    }

    public Optional<Enforced<Ramp>> resume(Caller caller, FlagKey key, String reason) {
        return move(caller, key, "resume", reason, ramp -> {
            FlagChanges.require(
                    ramp.state() == RampState.PAUSED, "not-paused", "Only a ramp that is paused is resumed.");
            FlagChanges.require(
                    flags.flag(key).orElseThrow().on(),
                    "switched-off",
                    "The flag is switched off for everybody. Switch it on again first.");
            return Move.of(RampEvent.Kind.RESUMED, ramp.step(), "", reason.strip());
        });
    }

    /** {@code step} from 0. A step that waits for an approval is not passed over. */
    public Optional<Enforced<Ramp>> jump(Caller caller, FlagKey key, int step, String reason) {
        return move(caller, key, "jump", reason, ramp -> {
            RampCheck.jump(ramp, step);
            RampCheck.reason(reason, true);
            return Move.of(RampEvent.Kind.JUMPED, step, "by-hand", reason.strip());
        });
    }

    public Optional<Enforced<Ramp>> rollBack(Caller caller, FlagKey key, String reason) {
        return move(caller, key, "roll-back", reason, _ -> {
            RampCheck.reason(reason, true);
            return Move.of(RampEvent.Kind.BACK, -1, "by-hand", reason.strip());
        });
    }

    private Optional<Enforced<Ramp>> move(
            Caller caller, FlagKey key, String operation, String reason, Function<Ramp, Move> move) {
        return flag(caller, key)
                .flatMap(_ -> ramps.latest(key))
                .map(ramp -> perform(caller, key, operation, Optional.of(ramp), () -> {
                    FlagChanges.require(
                            ramp.state().isActive(),
                            "not-active",
                            "The ramp is " + ramp.state().words() + ". Start another one.");
                    RampCheck.reason(reason, false);
                    return writing.moved(ramp, move.apply(ramp), caller.actor());
                }));
    }

    private Enforced<Ramp> perform(
            Caller caller, FlagKey key, String operation, Optional<Ramp> ramp, Supplier<Effect<Ramp>> change) {
        var action = GovernedAction.of(caller, RAMP, ResourceRef.of(FlagChanges.FLAG, key.value()))
                .withContext(Map.of("operation", operation));
        var ended = enforcement.perform(
                ramp.flatMap(it -> it.events().getFirst().receipt())
                        .map(action::withParent)
                        .orElse(action),
                change);
        if (ended instanceof Enforced.Done<Ramp>) {
            work.work();
        }
        known.refresh();
        return ended.map(done -> ramps.latest(key).orElse(done));
    }

    private Optional<Flag> flag(Caller caller, FlagKey key) {
        return platform.is(caller.tenant()) ? flags.flag(key) : Optional.empty();
    }
}
