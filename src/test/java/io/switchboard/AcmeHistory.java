package io.switchboard;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.insight.assurance.PostureOnePager;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.administration.EvidenceExports;
import io.switchboard.operations.administration.IdentityProviderConnection;
import io.switchboard.operations.administration.ProviderCredentials;
import io.switchboard.operations.administration.TenantConfiguration;
import io.switchboard.operations.entities.EntityLinks;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.operations.imports.Upload;
import io.switchboard.operations.runs.RunDesk;
import io.switchboard.platform.identity.IdpConnections;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/**
 * What acme did before you came: its provider connected, its settings saved, people imported twice, its services, runbooks and incidents brought, two runbooks
 * run, evidence taken along, and once refused. Every step
 * goes through the portal's own services, so that each is decided by policy and has its receipt; nothing is backdated.
 */
final class AcmeHistory {

    private final ApplicationContext portal;
    private final Tenant acme;

    AcmeHistory(ApplicationContext portal) {
        this.portal = portal;
        acme = portal.getBean(Tenants.class).findBySlug(new Slug("acme")).orElseThrow();
    }

    /** {@code issuer} is acme's at the running provider. */
    void play(String issuer) throws IOException {
        connect(issuer);
        configure();
        bringIn("identities", "people-march.csv");
        bringIn("identities", "people-june.csv");
        bringIn("entities", "entities.json");
        bringIn("runbooks", "runbooks.yaml");
        bringIn("incidents", "incidents.csv");
        link();
        run();
        var evidence = portal.getBean(EvidenceExports.class);
        evidence.export(caller("otto"), BundleScope.EVERYTHING); // refused: an operator may not
        done(portal.getBean(PostureOnePager.class).issue(caller("eve")));
        done(evidence.export(caller("eve"), BundleScope.EVERYTHING));
    }

    /** Nobody can sign in while the portal is being seeded, so the test login is told and not played. */
    private void connect(String issuer) {
        var provider = portal.getBean(IdentityProviderConnection.class);
        var connection =
                done(provider.connect(caller("ada"), new ProviderCredentials(issuer, "switchboard", "switchboard")));
        portal.getBean(IdpConnections.class)
                .tested(acme.id(), connection, member("ada").id());
        done(provider.activate(caller("ada"), connection));
    }

    private void configure() {
        var settings = new TenantSettings("Acme", "#1f5eff", Optional.of("pilot@acme.example"), 730);
        done(portal.getBean(TenantConfiguration.class).configure(caller("ada"), settings, acme.version()));
    }

    /** Dry run and commit; rows that raise privileges stay out, since nobody ticked them. */
    private void bringIn(String kind, String file) throws IOException {
        var imports = portal.getBean(ImportService.class);
        try (var content = Objects.requireNonNull(AcmeHistory.class.getResourceAsStream("/demo/" + file))) {
            if (!(imports.upload(caller("ada"), kind, file, content) instanceof Upload.Accepted accepted)) {
                throw new IllegalStateException(file + " was not accepted");
            }
            var id = accepted.plan().id();
            done(imports.plan(caller("ada"), id, Map.of()).orElseThrow());
            done(imports.commit(caller("ada"), id, Set.of()).orElseThrow());
        }
    }

    private void link() {
        var links = portal.getBean(EntityLinks.class);
        done(links.link(caller("ada"), "payments", "incident", "INC-101"));
        done(links.link(caller("ada"), "checkout", "incident", "INC-102"));
        done(links.link(caller("ada"), "checkout", "runbook", "checkout-slow"));
    }

    /** One run that ends, and one that waits for Otto's word. */
    private void run() {
        var runs = portal.getBean(RunDesk.class);
        done(runs.startRunbook(caller("otto"), "check-the-log", Map.of()).orElseThrow());
        done(runs.startRunbook(caller("otto"), "checkout-slow", Map.of("reason", "the shop in the EU"))
                .orElseThrow());
    }

    private Caller caller(String userName) {
        var member = member(userName);
        return new Caller(acme.id(), Actor.user(member.id()), member.roles());
    }

    private Member member(String userName) {
        return portal.getBean(Members.class).findByUserName(acme.id(), userName).orElseThrow();
    }

    private static <T> T done(Enforced<T> ended) {
        if (ended instanceof Enforced.Done<T> done) {
            return done.value();
        }
        throw new IllegalStateException("acme's history did not happen: " + ended);
    }
}
