package io.switchboard.control.bundles;

import io.switchboard.control.approvals.TestApprovals;
import io.switchboard.control.approvals.Ticket;
import io.switchboard.control.approvals.Verdict;
import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.BundleFiles;
import io.switchboard.control.policy.PolicyKit;
import io.switchboard.control.policy.PolicyVersion;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.identity.TestMembers;
import io.switchboard.platform.signing.SteppedClock;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.TestTenants;
import java.util.Map;
import java.util.Set;

/** The module on a real database, put together by hand: a platform with two admins and a PM, two tenants, policies that follow what is activated. */
final class BundlesKit {

    final SteppedClock clock;
    final EnforcementKit kit;
    final PolicyKit policy;
    final PolicyKit.Node node;
    final TenantId platform;
    final TenantId acme;
    final TenantId globex;
    final Simulations simulations;
    final SimulationWork work;
    final BundleDesk desk;
    final BundleChanges changes;
    final SimulationDesk simulating;
    final Activation activation;
    final TestApprovals approvals;
    final Caller root;
    final Caller rita;
    final Caller pam;

    private final BundleReceipts receipts;
    private int delivered;

    BundlesKit(SteppedClock clock) {
        this.clock = clock;
        var plain = EnforcementKit.at(clock, "bundles");
        platform = plain.tenant("platform").id();
        acme = plain.tenant("acme").id();
        globex = plain.tenant("globex").id();
        policy = new PolicyKit(plain.database(), plain.signing(), clock, platform);
        policy.started();
        node = policy.following();
        kit = plain.asking(node.policy());
        var owner = new PlatformTenant(TestTenants.on(kit.jdbc(), clock));
        simulations = new Simulations(kit.jdbc());
        work = new SimulationWork(
                simulations,
                policy.past,
                policy.versions,
                policy.whatIf,
                clock,
                kit.signing().transactions());
        desk = new BundleDesk(
                new Viewing(kit.policy()),
                policy.versions,
                simulations,
                policy.shadows,
                policy.past,
                policy.whatIf,
                node.looks(),
                owner);
        changes = new BundleChanges(
                kit.enforcement(),
                policy.versions,
                policy.statements,
                policy.whatIf,
                new Lockout(policy.whatIf, TestMembers.on(kit.jdbc(), clock)),
                node.looks(),
                owner,
                clock);
        simulating = new SimulationDesk(kit.enforcement(), changes, policy.versions, simulations, policy.past, clock);
        approvals = TestApprovals.on(kit);
        activation = new Activation(
                kit.enforcement(), changes, policy.versions, simulations, approvals.approvals(), node.looks(), clock);
        receipts = new BundleReceipts(policy.versions, owner);
        root = person("root", Role.PLATFORM_ADMIN);
        rita = person("rita", Role.PLATFORM_ADMIN);
        pam = person("pam", Role.PM);
    }

    private Caller person(String name, Role role) {
        var id = TestMembers.on(kit.jdbc(), clock).add(platform, name, name, "Person", Set.of(role));
        return new Caller(platform, Actor.user(id), Set.of(role));
    }

    static Caller member(TenantId tenant, Role... roles) {
        return new Caller(tenant, Actor.user(MemberId.random()), Set.of(roles));
    }

    /** A decision with its receipt, as any module leaves them; whether it was allowed. */
    boolean act(Caller caller, String action, String type, Map<String, Object> context) {
        var governed = GovernedAction.of(caller, new ActionId(action), ResourceRef.of(type, "x-1"))
                .withContext(context);
        return kit.enforcement().perform(governed, () -> Effect.of("done", Subject.atVersion(type, "x-1", 1)))
                instanceof Enforced.Done<String>;
    }

    int proposed(BundleFiles files) {
        var proposal = new Proposal(files, "Another", "Why not.", 1);
        return done(changes.propose(root, proposal)).number();
    }

    /** Asked for and worked on to its end. */
    Simulation simulated(int number) {
        var asked = done(simulating.simulate(root, number).orElseThrow());
        work.work();
        return simulations.find(asked.id()).orElseThrow();
    }

    ActivationEnd activate(Caller caller, int number) {
        var end = activation.activate(caller, number).orElseThrow();
        deliver();
        return end;
    }

    Enforced<Ticket> decide(Caller caller, Ticket ticket, Verdict verdict) {
        return approvals.decide(caller, ticket.id(), verdict);
    }

    /** The whole way. */
    PolicyVersion inForce(int number) {
        simulated(number);
        var ticket = activate(root, number).ticket().orElseThrow();
        decide(pam, ticket, Verdict.APPROVE);
        return done(activate(root, number).ended());
    }

    <T> T done(Enforced<T> ended) {
        deliver();
        if (ended instanceof Enforced.Failed<T> failed) {
            throw new AssertionError(failed.failure().explanation());
        }
        return ((Enforced.Done<T>) ended).value();
    }

    static String code(Enforced<?> ended) {
        return ((Enforced.Failed<?>) ended).failure().code();
    }

    static String says(Enforced<?> ended) {
        return ((Enforced.Failed<?>) ended).failure().explanation();
    }

    /** What the portal's events do by themselves. */
    private void deliver() {
        approvals.deliver();
        var events = kit.events();
        for (; delivered < events.size(); delivered++) {
            if (events.get(delivered) instanceof ActionReceipted done) {
                receipts.note(done);
            }
        }
    }
}
