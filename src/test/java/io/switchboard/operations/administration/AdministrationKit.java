package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.receipts.ReceiptDetail;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.TestAudit;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.operations.onboarding.ReceiptedFacts;
import io.switchboard.platform.identity.IdentityKit;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.discovery.TestDiscovery;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** The administration on the portal's own policies, receipts and tables, with a provider on the loopback. */
final class AdministrationKit implements AutoCloseable {

    final EnforcementKit control;
    final IdentityKit identity;
    final TestDiscovery provider = new TestDiscovery();
    final TenantConfiguration configuration;
    final IdentityProviderConnection connection;
    final GovernedSignIns signIns;
    final KeyOperations keys;
    final Tenant globex;

    AdministrationKit() {
        this(Clock.systemUTC());
    }

    AdministrationKit(Clock clock) {
        control = EnforcementKit.at(clock);
        identity = IdentityKit.on(control.jdbc(), control.signing().box(), clock);
        configuration = new TenantConfiguration(
                control.enforcement(), control.policy(), identity.tenants(), control.events()::add, clock);
        connection = new IdentityProviderConnection(
                control.enforcement(),
                control.policy(),
                provider.discovery(),
                identity.connections(),
                identity.lifecycle(),
                new IdpConnectedFact(new ReceiptedFacts(control.query()), identity.lifecycle()),
                control.events()::add,
                clock);
        signIns = new GovernedSignIns(
                control.enforcement(),
                new RefusedLogins(control.policy(), control.receipts(), control.correlations(), control.events()::add),
                new TestedLogins(control.enforcement(), identity.lifecycle(), identity.members()));
        keys = new KeyOperations(
                control.enforcement(),
                control.policy(),
                control.signing().lifecycle(),
                control.signing().rehearsals(),
                new ReceiptSample(control.query(), TestAudit.on(control.jdbc())),
                identity.tenants());
        globex = control.tenant("globex");
    }

    Member member(String userName, Role... roles) {
        var id = identity.members().add(globex.id(), userName, "", "", Set.of(roles));
        return identity.members().find(globex.id(), id).orElseThrow();
    }

    static Caller caller(Member member) {
        return new Caller(member.tenant(), Actor.user(member.id()), member.roles());
    }

    /** The tenant's newest receipt. */
    ReceiptDetail newest() {
        var page = control.query().list(globex.id(), ReceiptFilter.ALL, Optional.empty(), 1);
        var id = page.items().getFirst().receipt().id();
        return control.query().detail(globex.id(), id).orElseThrow();
    }

    String payload() {
        return newest().payload().toString();
    }

    @Override
    public void close() {
        provider.close();
    }
}
