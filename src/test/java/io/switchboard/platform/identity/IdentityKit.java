package io.switchboard.platform.identity;

import io.switchboard.platform.signing.SecretBox;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.Tenants;
import io.switchboard.platform.tenancy.TestTenants;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The identity module's repositories for tests of other modules, on a database that has its tables. */
public record IdentityKit(Tenants tenants, Members members, OidcConnections connections, IdpConnections lifecycle) {

    public static IdentityKit on(JdbcClient jdbc, SecretBox box, Clock clock) {
        var tenants = TestTenants.on(jdbc, clock);
        return new IdentityKit(
                tenants,
                new Members(jdbc, clock),
                new OidcConnections(jdbc, box, new PlatformTenant(tenants), clock),
                new IdpConnections(jdbc, clock));
    }

    public static ServiceClients services(JdbcClient jdbc) {
        return new ServiceClients(jdbc);
    }

    public static Members members(JdbcClient jdbc, Clock clock) {
        return new Members(jdbc, clock);
    }

    /** A real sign-in through the tenant's own connection. */
    public static void signedIn(IdentityKit kit, Member member) {
        kit.lifecycle().signedIn(member.tenant(), member.id());
    }

    /** A member deactivated by hand. */
    public static void deactivate(JdbcClient jdbc, Member member) {
        jdbc.sql("UPDATE member SET active = FALSE WHERE tenant_id = ? AND member_id = ?")
                .params(member.tenant().value(), member.id().value())
                .update();
    }
}
