package io.switchboard.control.bundles;

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
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.policy.PolicyNode;
import io.switchboard.control.policy.PolicyVersion;
import io.switchboard.control.policy.PolicyVersions;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.signing.CanonicalJson;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Puts a version in force, a new one or a former one, when it was simulated against the one that is active and somebody else has approved exactly that. Activations take turns: whoever comes second
 * was simulated against a version that is active no more.
 */
@Service
public class Activation {

    private static final String NEEDS_APPROVAL = "needs-approval";

    private final EnforcementPoint enforcement;
    private final BundleChanges changes;
    private final PolicyVersions versions;
    private final Simulations simulations;
    private final Approvals approvals;
    private final PolicyNode node;
    private final Clock clock;

    Activation(
            EnforcementPoint enforcement,
            BundleChanges changes,
            PolicyVersions versions,
            Simulations simulations,
            Approvals approvals,
            PolicyNode node,
            Clock clock) {
        this.enforcement = enforcement;
        this.changes = changes;
        this.versions = versions;
        this.simulations = simulations;
        this.approvals = approvals;
        this.node = node;
        this.clock = clock;
    }

    /** Empty where there is no such version. Without an approval it asks for one, and nothing changes. */
    public Optional<ActivationEnd> activate(Caller caller, int number) {
        return changes.visible(caller, number).map(_ -> attempt(caller, number));
    }

    private ActivationEnd attempt(Caller caller, int number) {
        var held = new AtomicReference<@Nullable Question>();
        var ended = enforcement.perform(
                BundleChanges.on(caller, BundleChanges.ACTIVATE, String.valueOf(number)),
                () -> activated(caller, number, held));
        node.refresh();
        var question = held.get();
        return question == null || ended instanceof Enforced.Refused<PolicyVersion>
                ? new ActivationEnd(ended, Optional.empty())
                : asked(caller, question, ended);
    }

    private ActivationEnd asked(Caller caller, Question question, Enforced<PolicyVersion> ended) {
        return switch (approvals.ask(caller, question, ended.receipt().id())) {
            case Asked.Standing(var ticket) -> new ActivationEnd(ended, Optional.of(ticket));
            case Asked.Unasked(var refused) -> new ActivationEnd(refused.map(Activation::never), Optional.empty());
        };
    }

    private static PolicyVersion never(Ticket ticket) {
        throw new IllegalStateException("a ticket was opened: " + ticket.id());
    }

    private Effect<PolicyVersion> activated(Caller caller, int number, AtomicReference<@Nullable Question> held) {
        var standing = versions.lock();
        var version = versions.find(number).orElseThrow();
        BundleChanges.requireNotWithdrawn(version);
        BundleChanges.require(
                !standing.isActive(number), "active-already", "Version " + number + " is active already.");
        changes.requireOpen(caller, version.files());
        var active = versions.active().orElseThrow();
        var simulation = simulated(version, active);
        var question = question(simulation);
        var approval = approvals.use(caller.tenant(), question.digest()).orElseThrow(() -> {
            held.set(question.on(terms(version, simulation)));
            return new ChangeFailure(
                    NEEDS_APPROVAL,
                    "Another platform-admin or PM has to approve it first. Activate it again after that.",
                    Map.of("digest", question.digest().hex()));
        });
        versions.activate(number, true, clock.instant());
        return BundleChanges.effect(versions.find(number).orElseThrow())
                .withFacts(facts(version, active, simulation, approval))
                .approvedBy(approval.receipts());
    }

    private Simulation simulated(PolicyVersion version, PolicyVersion active) {
        return simulations
                .done(version.digest(), active.digest())
                .orElseThrow(
                        () -> new ChangeFailure(
                                simulations.latest(version.number()).isPresent() ? "stale-simulation" : "no-simulation",
                                "Version " + version.number() + " was not simulated against version " + active.number()
                                        + ", which is active now. Simulate it, look at what would change, and activate it then."));
    }

    private static Map<String, Object> facts(
            PolicyVersion version, PolicyVersion before, Simulation simulation, Approval approval) {
        var more = new HashMap<String, Object>();
        more.put("before", (long) before.number());
        more.put("beforeDigest", before.digest().hex());
        more.put("simulation", simulation.id().value());
        simulation.report().ifPresent(report -> more.put("reportDigest", report.hex()));
        more.put("toDeny", simulation.totals().toDeny());
        more.put("toAllow", simulation.totals().toAllow());
        more.put("ticket", approval.ticket().value());
        return BundleChanges.facts(version, more);
    }

    private static Terms terms(PolicyVersion version, Simulation simulation) {
        return Terms.USUAL
                .with(
                        new Evidence(
                                "Version " + version.number() + ", with digest " + version.digest(),
                                version.proposed()),
                        Evidence.of("Simulation " + simulation.id() + " until " + simulation.until()
                                + ", whose report has the digest "
                                + simulation.report().map(Sha256::hex).orElse("none")))
                .undoneBy("Put version " + simulation.baseline() + " in force again, the same way.");
    }

    /** What is approved is this bundle in the place of that one, after this report. */
    static Question question(Simulation simulation) {
        var totals = simulation.totals();
        var bound = CanonicalJson.of(Map.of(
                "action", BundleChanges.ACTIVATE.value(),
                "version", simulation.version(),
                "bundleDigest", simulation.digest().hex(),
                "beforeDigest", simulation.baselineDigest().hex(),
                "reportDigest", simulation.report().map(Sha256::hex).orElse("")));
        return new Question(
                BundleChanges.ACTIVATE,
                Sha256.of(bound),
                "Put version " + simulation.version() + " of the policies in force instead of version "
                        + simulation.baseline()
                        + ". Over the last 30 days it would have decided " + (totals.toDeny() + totals.toAllow())
                        + " of " + totals.evaluated() + " decisions otherwise.",
                List.of(
                        new Tally("toDeny", "would be denied that are allowed", totals.toDeny()),
                        new Tally("toAllow", "would be allowed that are denied", totals.toAllow()),
                        new Tally("errors", "could not be evaluated", totals.errors()),
                        new Tally("notEvaluable", "were not kept and not asked again", totals.notEvaluable())));
    }

    /** The ticket for activating this version now; empty where none was asked for, or it was not simulated against the active one. */
    public Optional<Ticket> ticket(Caller caller, int number) {
        var active = versions.standing().active().orElse(number);
        return versions.digest(number)
                .flatMap(digest -> versions.digest(active).flatMap(before -> simulations.done(digest, before)))
                .flatMap(done ->
                        approvals.standing(caller.tenant(), question(done).digest()));
    }
}
