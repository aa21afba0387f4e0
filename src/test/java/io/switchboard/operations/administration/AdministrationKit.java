package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.receipts.ReceiptDetail;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.platform.identity.IdentityKit;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.discovery.TestDiscovery;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** The administration on the portal's own policies, receipts and tables, with a provider on the loopback. */
final class AdministrationKit implements AutoCloseable {

    final EnforcementKit control = EnforcementKit.at(Clock.systemUTC());
    final IdentityKit identity =
            IdentityKit.on(control.jdbc(), control.signing().box(), control.clock());
    final TestDiscovery provider = new TestDiscovery();
    final TenantConfiguration configuration = new TenantConfiguration(
            control.enforcement(), control.policy(), identity.tenants(), control.events()::add, control.clock());
    final IdentityProviderConnection connection = new IdentityProviderConnection(
            control.enforcement(),
            control.policy(),
            provider.discovery(),
            identity.connections(),
            identity.lifecycle(),
            control.events()::add,
            control.clock());
    final GovernedSignIns signIns = new GovernedSignIns(
            control.enforcement(),
            new RefusedLogins(control.policy(), control.receipts(), control.correlations(), control.events()::add),
            new TestedLogins(control.enforcement(), identity.lifecycle(), identity.members()));
    final Tenant globex = control.tenant("globex");

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
