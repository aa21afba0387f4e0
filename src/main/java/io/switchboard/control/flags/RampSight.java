package io.switchboard.control.flags;

import io.switchboard.control.approvals.Approvals;
import io.switchboard.control.approvals.Ticket;
import io.switchboard.control.receipts.OutcomeCounts;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks at everything outside a ramp that has a say in it. */
@Component
class RampSight {

    private final FlagRows flags;
    private final PlatformTenant platform;
    private final Tenants tenants;
    private final Approvals approvals;
    private final OutcomeCounts outcomes;
    private final List<GuardrailSignal> signals;
    private final Clock clock;

    RampSight(
            FlagRows flags,
            PlatformTenant platform,
            Tenants tenants,
            Approvals approvals,
            OutcomeCounts outcomes,
            List<GuardrailSignal> signals,
            Clock clock) {
        this.flags = flags;
        this.platform = platform;
        this.tenants = tenants;
        this.approvals = approvals;
        this.outcomes = outcomes;
        this.signals = List.copyOf(signals);
        this.clock = clock;
    }

    List<GuardrailSignal> signals() {
        return signals;
    }

    Optional<GuardrailSignal> signal(String name) {
        return signals.stream().filter(signal -> signal.name().equals(name)).findFirst();
    }

    RampDue.Seen of(Ramp ramp) {
        var snapshot = flags.load();
        var reached = reached(snapshot, ramp.flag());
        return new RampDue.Seen(
                snapshot.find(ramp.flag()).map(Flag::on).orElse(false),
                ramp.plan().guardrail().filter(_ -> ramp.step() >= 0).map(it -> judged(ramp, it, reached)),
                ramp.ticket().flatMap(id -> approvals.find(platform.id(), id)).map(Ticket::state),
                ramp.step() < 0
                        ? 0
                        : outcomes.count(reached, ramp.since(), clock.instant()).total());
    }

    Set<TenantId> reached(Snapshot snapshot, FlagKey flag) {
        return tenants.inUse().stream()
                .map(Tenant::id)
                .filter(tenant -> snapshot.evaluate(flag, tenant)
                        .filter(Evaluation::value)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    private Judgement judged(Ramp ramp, Guardrail guardrail, Set<TenantId> reached) {
        return signal(guardrail.signal())
                .map(signal -> judged(ramp, guardrail, signal, reached))
                .orElseGet(() -> Judgement.of(
                        guardrail,
                        new GuardrailSignal.Reading.NoData("Nobody brings the signal " + guardrail.signal()
                                + " any more. Roll the ramp back, and start one with another guardrail."),
                        new GuardrailSignal.Reading.NoData("")));
    }

    /** As long a time before the ramp's first step is what the time since the present step is compared with. */
    private Judgement judged(Ramp ramp, Guardrail guardrail, GuardrailSignal signal, Set<TenantId> reached) {
        if (reached.isEmpty()) {
            return Judgement.of(
                    guardrail,
                    new GuardrailSignal.Reading.NoData(
                            "The flag is on for nobody at this step, so there is nothing to look at. Move the ramp to the next step by hand."),
                    new GuardrailSignal.Reading.NoData(""));
        }
        var now = clock.instant();
        var length = Duration.between(ramp.since(), now);
        var began = began(ramp);
        return Judgement.of(
                guardrail,
                signal.read(ramp.flag(), reached, ramp.since(), now),
                signal.read(ramp.flag(), reached, began.minus(length.abs()), began));
    }

    private static Instant began(Ramp ramp) {
        return ramp.events().stream()
                .filter(event -> event.kind().begins())
                .findFirst()
                .map(RampEvent::asOf)
                .orElse(ramp.startsAt());
    }
}
