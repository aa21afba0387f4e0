package io.switchboard.control.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.switchboard.control.approvals.TicketState;
import io.switchboard.control.approvals.Verdict;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.Shadows;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.PolicyKit;
import io.switchboard.control.policy.TestPolicy;
import io.switchboard.control.policy.VersionState;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.platform.signing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActivationTest {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static BundlesKit kit;
    private static Caller ada;
    private static Caller otto;
    private static Caller gus;

    @BeforeAll
    static void database() {
        kit = new BundlesKit(new SteppedClock(Instant.parse("2026-05-04T10:00:00Z")));
        ada = BundlesKit.member(kit.acme, Role.PARTNER_ADMIN);
        otto = BundlesKit.member(kit.acme, Role.OPERATOR);
        gus = BundlesKit.member(kit.globex, Role.PARTNER_ADMIN);
    }

    /** Another text each time, that changes nothing for the rest of the tests. */
    private static int harmless() {
        return kit.proposed(PolicyKit.with(
                "imports.t" + NAMES.incrementAndGet(), "forbid", "keys.rotate", "principal.tenant == \"nowhere\""));
    }

    @Test
    void whatASimulationSaysIsExactlyWhatIsDecidedAfterTheActivation() {
        record Asked(Caller by, String action, String type) {}
        var asked = List.of(
                new Asked(ada, "imports.plan", "Import"),
                new Asked(ada, "imports.commit", "Import"),
                new Asked(otto, "imports.plan", "Import"),
                new Asked(gus, "imports.plan", "Import"),
                new Asked(gus, "members.update", "Membership"));
        var before = new ArrayList<Boolean>();
        for (var one : asked) {
            before.add(kit.act(one.by(), one.action(), one.type(), Map.of()));
            kit.act(one.by(), one.action(), one.type(), Map.of());
        }
        var files = PolicyKit.with(
                        "imports.frozen", "forbid", "imports.plan", "principal.roles.contains(\"partner-admin\")")
                .with("operators.cedar", """
                        @id("operators.plan")
                        @why("For a while operators plan as well.")
                        @help("Ask.")
                        permit (principal is Member, action == Action::"imports.plan", resource)
                        when { principal.roles.contains("operator") };
                        """);
        kit.clock.pass(Duration.ofMinutes(1));
        int number = kit.proposed(files);
        var simulation = kit.simulated(number);
        assertThat(simulation.state()).isEqualTo(Simulation.State.DONE);
        var flips = kit.simulations.flips(simulation.id());
        assertThat(flips)
                .extracting(Flip::tenant, flip -> flip.action().value(), Flip::toAllow, Flip::decisions, Flip::afterBy)
                .containsExactlyInAnyOrder(
                        tuple(kit.acme, "imports.plan", false, 2L, List.of("imports.frozen")),
                        tuple(kit.acme, "imports.plan", true, 2L, List.of("operators.plan")),
                        tuple(kit.globex, "imports.plan", false, 2L, List.of("imports.frozen")));
        assertThat(simulation.totals().toDeny()).isEqualTo(4);
        assertThat(simulation.totals().toAllow()).isEqualTo(2);
        assertThat(simulation.totals().seen()).isEqualTo(simulation.expected());
        assertThat(simulation.totals().requests())
                .isLessThan(simulation.totals().evaluated());
        assertThat(simulation.report()).contains(Report.digest(simulation, flips));

        var ticket = kit.activate(kit.root, number).ticket().orElseThrow();
        kit.decide(kit.pam, ticket, Verdict.APPROVE);
        var active = kit.done(kit.activate(kit.root, number).ended());
        assertThat(active.state()).isEqualTo(VersionState.ACTIVE);
        for (int i = 0; i < asked.size(); i++) {
            var one = asked.get(i);
            boolean was = before.get(i);
            boolean flipped = flips.stream()
                    .anyMatch(flip -> flip.tenant().equals(one.by().tenant())
                            && flip.action().value().equals(one.action())
                            && flip.toAllow() == !was);
            assertThat(kit.act(one.by(), one.action(), one.type(), Map.of()))
                    .as(one.action())
                    .isEqualTo(was != flipped);
        }
        assertThat(kit.policy.versions.find(number).orElseThrow().activated()).isPresent();

        // And back, the same way.
        assertThat(kit.inForce(1).number()).isEqualTo(1);
        assertThat(kit.act(ada, "imports.plan", "Import", Map.of())).isTrue();
    }

    @Test
    void nothingIsActivatedWithoutASimulationAgainstWhatIsInForceNow() {
        int one = harmless();
        int other = harmless();
        assertThat(BundlesKit.code(kit.activate(kit.root, one).ended())).isEqualTo("no-simulation");
        kit.simulated(one);
        kit.inForce(other);
        var stale = kit.activate(kit.root, one).ended();
        assertThat(BundlesKit.code(stale)).isEqualTo("stale-simulation");
        assertThat(BundlesKit.says(stale)).contains("version " + other);
    }

    @Test
    void whoAsksDoesNotApproveAndADenialStands() {
        int number = harmless();
        kit.simulated(number);
        var held = kit.activate(kit.root, number);
        assertThat(BundlesKit.code(held.ended())).isEqualTo("needs-approval");
        var ticket = held.ticket().orElseThrow();
        assertThat(kit.decide(kit.root, ticket, Verdict.APPROVE))
                .isInstanceOfSatisfying(
                        Enforced.Refused.class,
                        refused -> assertThat(refused.decision().determiningPolicies())
                                .containsExactly("approvals.decide-by-somebody-else"));
        kit.decide(kit.rita, ticket, Verdict.DENY);
        assertThat(kit.activate(kit.root, number).ticket().orElseThrow().state())
                .isEqualTo(TicketState.DENIED);
        assertThat(kit.policy.versions.standing().isActive(number)).isFalse();
    }

    @Test
    void anApprovalThatNobodyUsedInTimeIsNoneAnyMore() {
        int number = harmless();
        kit.simulated(number);
        var ticket = kit.activate(kit.root, number).ticket().orElseThrow();
        kit.decide(kit.pam, ticket, Verdict.APPROVE);
        kit.clock.pass(Duration.ofDays(3).plusSeconds(1));
        var again = kit.activate(kit.root, number);
        assertThat(BundlesKit.code(again.ended())).isEqualTo("needs-approval");
        assertThat(again.ticket().orElseThrow().id()).isNotEqualTo(ticket.id());
    }

    @Test
    void ofTwoActivationsAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        var numbers = List.of(harmless(), harmless());
        for (var number : numbers) {
            kit.simulated(number);
            kit.decide(kit.pam, kit.activate(kit.root, number).ticket().orElseThrow(), Verdict.APPROVE);
        }
        try (var threads = Executors.newFixedThreadPool(2)) {
            var ends = new ArrayList<Enforced<?>>();
            var both = numbers.stream()
                    .map(number -> (Callable<ActivationEnd>)
                            () -> kit.activation.activate(kit.root, number).orElseThrow())
                    .toList();
            for (var end : threads.invokeAll(both)) {
                ends.add(end.get().ended());
            }
            assertThat(ends).filteredOn(end -> end instanceof Enforced.Done<?>).hasSize(1);
            assertThat(ends)
                    .filteredOn(end -> end instanceof Enforced.Failed<?>)
                    .singleElement()
                    .satisfies(end -> assertThat(BundlesKit.code(end)).isEqualTo("stale-simulation"));
        }
    }

    @Test
    void aBrokenBundleIsRefusedWithFileAndLineAndOneThatLocksOutWithItsActions() {
        var broken = PolicyKit.own().with("planted.cedar", """
                // one
                @id("planted.typo")
                @why("w")
                @help("h")
                forbid (principal, action == Action::"imports.commit", resource)
                when { context.percnet > 20 };
                """);
        var refused = kit.changes.propose(kit.root, new Proposal(broken, "Broken", "", 1));
        assertThat(BundlesKit.says(refused)).contains("planted.cedar, line 6, policy planted.typo");
        var closed = kit.changes.propose(
                kit.root,
                new Proposal(PolicyKit.with("policy.closed", "forbid", "policy.activate", "true"), "Closed", "", 1));
        assertThat(BundlesKit.code(closed)).isEqualTo("locks-out");
        assertThat(BundlesKit.says(closed)).contains("policy.activate");
        assertThat(BundlesKit.code(kit.changes.propose(kit.root, new Proposal(PolicyKit.own(), "Same", "", 1))))
                .isEqualTo("same-as-before");
        assertThat(kit.changes.propose(kit.pam, new Proposal(broken, "Broken", "", 1)))
                .isInstanceOf(Enforced.Refused.class);
    }

    @Test
    void aShadowIsCountedAndChangesNothingAndAWithdrawnVersionIsNoUse() {
        int number =
                kit.proposed(PolicyKit.with("runs.never" + NAMES.incrementAndGet(), "forbid", "runs.start", "true"));
        kit.done(kit.changes.shadow(kit.root, number, true).orElseThrow());
        assertThat(kit.act(otto, "runs.start", "Run", Map.of())).isTrue();
        assertThat(kit.desk.shadowFigures(kit.pam, number))
                .filteredOn(figure -> figure.disagrees())
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.enforced()).isEqualTo("allowed");
                    assertThat(figure.evaluated()).isEqualTo("denied");
                    assertThat(figure.tenant()).isEqualTo(kit.acme);
                });
        var figure = kit.desk.shadowFigures(kit.pam, number).getFirst();
        var decision = TestPolicy.decisions(kit.kit.database())
                .find(kit.acme, figure.sample())
                .orElseThrow();
        var shadows = new Shadows(new Viewing(kit.kit.policy()));
        assertThat(shadows.beside(kit.pam, decision)).isPresent();
        assertThat(shadows.beside(kit.root, decision)).isPresent();
        for (var tenant : List.of(ada, otto)) {
            assertThat(shadows.beside(tenant, decision))
                    .as("of policies that are not in force")
                    .isEmpty();
        }
        kit.done(kit.changes.withdraw(kit.root, number).orElseThrow());
        assertThat(kit.desk.shadow(kit.pam)).isEmpty();
        assertThat(BundlesKit.code(kit.activate(kit.root, number).ended())).isEqualTo("withdrawn");
        assertThat(BundlesKit.code(kit.simulating.simulate(kit.root, number).orElseThrow()))
                .isEqualTo("withdrawn");
    }

    @Test
    void whatWasNotKeptIsCountedAndNotGuessed() {
        kit.act(gus, "members.update", "Membership", Map.of());
        kit.kit
                .jdbc()
                .sql("UPDATE policy_decision SET request = NULL, request_digest = NULL WHERE tenant_id = ?")
                .param(kit.globex.value())
                .update();
        kit.clock.pass(Duration.ofSeconds(1));
        var simulation = kit.simulated(harmless());
        assertThat(simulation.totals().notEvaluable()).isPositive();
        assertThat(simulation.totals().seen()).isEqualTo(simulation.expected());
    }

    @Test
    void noOtherTenantSeesOrChangesAnyOfIt() {
        var stranger = BundlesKit.member(kit.acme, Role.PLATFORM_ADMIN);
        assertThat(kit.desk.list(stranger)).isEmpty();
        assertThat(kit.desk.find(stranger, 1)).isEmpty();
        assertThat(kit.activation.activate(stranger, 1)).isEmpty();
        assertThat(kit.simulating.simulate(stranger, 1)).isEmpty();
        assertThat(BundlesKit.code(kit.changes.propose(stranger, new Proposal(PolicyKit.own(), "Mine", "", 1))))
                .isEqualTo("not-here");
    }
}
