package io.switchboard.control.bundles;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.policy.PastDecisions;
import io.switchboard.control.policy.PolicyVersion;
import io.switchboard.control.policy.PolicyVersions;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Asks for a simulation of a version against the one that is active, over what was decided in the last 30 days. It is worked on in the background. */
@Service
public class SimulationDesk {

    public static final Duration BACK = Duration.ofDays(30);

    private final EnforcementPoint enforcement;
    private final BundleChanges changes;
    private final PolicyVersions versions;
    private final Simulations simulations;
    private final PastDecisions past;
    private final Clock clock;

    SimulationDesk(
            EnforcementPoint enforcement,
            BundleChanges changes,
            PolicyVersions versions,
            Simulations simulations,
            PastDecisions past,
            Clock clock) {
        this.enforcement = enforcement;
        this.changes = changes;
        this.versions = versions;
        this.simulations = simulations;
        this.past = past;
        this.clock = clock;
    }

    /** Empty where there is no such version. One that is under way already is not begun again. */
    public Optional<Enforced<Simulation>> simulate(Caller caller, int number) {
        return changes.visible(caller, number)
                .map(_ -> enforcement.perform(
                        BundleChanges.on(caller, BundleChanges.SIMULATE, String.valueOf(number)), () -> asked(number)));
    }

    private Effect<Simulation> asked(int number) {
        versions.lock();
        var version = versions.find(number).orElseThrow();
        BundleChanges.requireNotWithdrawn(version);
        var active = versions.active()
                .orElseThrow(() -> new ChangeFailure("nothing-active", "No version of the policies is active."));
        BundleChanges.require(
                active.number() != number,
                "active-already",
                "Version " + number + " is active: what it decides is what was decided.");
        BundleChanges.require(
                simulations.underWay(version.digest(), active.digest()).isEmpty(),
                "under-way",
                "This simulation is under way already. Wait until it is done.");
        var simulation = queued(version, active, clock.instant());
        simulations.add(simulation);
        return Effect.of(simulation, Subject.atVersion(BundleChanges.VERSION, String.valueOf(number), number))
                .withFacts(BundleChanges.facts(
                        version,
                        Map.of(
                                "simulation", simulation.id().value(),
                                "baseline", (long) active.number(),
                                "baselineDigest", active.digest().hex(),
                                "decisions", simulation.expected())));
    }

    private Simulation queued(PolicyVersion version, PolicyVersion active, Instant now) {
        var since = now.minus(BACK);
        long expected = past.tenants().stream()
                .mapToLong(tenant -> past.count(tenant, since, now))
                .sum();
        return new Simulation(
                SimulationId.random(),
                version.number(),
                version.digest(),
                active.number(),
                active.digest(),
                Simulation.State.QUEUED,
                since,
                now,
                expected,
                Simulation.Totals.NONE,
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.empty());
    }
}
