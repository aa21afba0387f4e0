package io.switchboard;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.identity.OidcConnection;
import io.switchboard.platform.identity.OidcConnections;
import io.switchboard.platform.identity.ServiceClients;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** The fictitious tenants of the development start, seeded only into an empty database. */
public final class DemoTenants {

    private final Tenants tenants;
    private final Members members;
    private final OidcConnections connections;
    private final ServiceClients clients;
    private final KeyRing keys;

    public DemoTenants(ApplicationContext portal) {
        tenants = portal.getBean(Tenants.class);
        members = portal.getBean(Members.class);
        connections = portal.getBean(OidcConnections.class);
        clients = portal.getBean(ServiceClients.class);
        keys = portal.getBean(KeyRing.class);
    }

    /** Seeds if nobody is registered, and says whether it did; {@code provider} is the embedded provider's address. */
    public boolean seed(String provider) {
        if (!tenants.all().isEmpty()) {
            return false;
        }
        platform(provider);
        acme(provider);
        var globex = tenant("globex", "Globex", Plan.PRO, "#0b7a5c");
        member(globex, "grace", "Grace", "Hopperfield", Role.PARTNER_ADMIN);
        member(globex, "otis", "Otis", "Lindqvist", Role.OPERATOR);
        member(globex, "gus", "Gus", "Okafor", Role.APPROVER);
        member(globex, "mia", "Mia", "Tanaka", Role.OPERATOR);
        member(tenant("initech", "Initech", Plan.FREE, "#8a4b00"), "ian", "Ian", "Petrov", Role.PARTNER_ADMIN);
        return true;
    }

    private void platform(String provider) {
        var platform = tenant("platform", "Switchboard platform", Plan.ENTERPRISE, "#3a3f58");
        connect(platform, provider + "/platform");
        member(platform, "pam", "Pam", "Reyes", Role.PM);
        member(platform, "root", "Robin", "Root", Role.PLATFORM_ADMIN);
        member(platform, "fay", "Fay", "Novak", Role.FINANCE);
        member(platform, "olga", "Olga", "Brandt", Role.OMBUDS);
        automation(platform, provider, Role.PM);
    }

    private void acme(String provider) {
        var acme = tenant("acme", "Acme", Plan.ENTERPRISE, "#1f5eff");
        connect(acme, provider + "/acme");
        member(acme, "ada", "Ada", "Marlowe", Role.PARTNER_ADMIN);
        member(acme, "otto", "Otto", "Weiss", Role.OPERATOR);
        member(acme, "nina", "Nina", "Castell", Role.APPROVER);
        member(acme, "eve", "Eve", "Laurent", Role.EVALUATOR);
        member(acme, "mia", "Mia", "Tanaka", Role.OPERATOR);
        automation(acme, provider, Role.PARTNER_ADMIN);
    }

    private void automation(Tenant tenant, String provider, Role role) {
        var client = tenant.slug() + "-automation";
        var caller = new Caller(tenant.id(), Actor.service(client), Set.of(role));
        clients.register(caller, provider, client, provider + "/oauth2/jwks");
    }

    private Tenant tenant(String slug, String name, Plan plan, String accent) {
        var tenant = tenants.register(new Slug(slug), plan, new TenantSettings(name, accent, Optional.empty(), 365));
        // The certificate is public, so it names the log and not the tenant.
        keys.establish(tenant.id(), tenant.log(), tenant.log().value());
        return tenant;
    }

    private void member(Tenant tenant, String userName, String given, String family, Role role) {
        members.add(tenant.id(), userName, given, family, Set.of(role));
    }

    private void connect(Tenant tenant, String issuer) {
        connections.connect(
                tenant.id(),
                new OidcConnection(
                        issuer,
                        "switchboard",
                        "switchboard",
                        issuer + "/oauth2/authorize",
                        issuer + "/oauth2/token",
                        issuer + "/oauth2/jwks",
                        Optional.of(issuer + "/connect/logout")));
    }
}
