package io.switchboard.running;

import io.switchboard.Switchboard;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.ServiceClients;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One started portal for all tests of this kind in a run, and a plain HTTP client that follows no redirect and keeps no cookie. */
@SpringBootTest(classes = Switchboard.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class RunningPortal {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Tenants tenants;

    @Autowired
    KeyRing keys;

    @Autowired
    ServiceClients clients;

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> Shared.CABLE.reroute(Shared.URL));
        properties.add("spring.datasource.username", () -> "root");
        properties.add("vaadin.productionMode", () -> "true"); // the mark of the build does not outlive it
        properties.add("spring.servlet.multipart.max-file-size", () -> "100KB");
        properties.add("switchboard.master-key", () -> Base64.getEncoder().encodeToString(new byte[32]));
    }

    /** Tenants north, south and platform, once for each database; clients are called as their tenant and role. */
    @BeforeEach
    void seed() {
        if (tenants.all().isEmpty()) {
            for (var slug : List.of("north", "south", "platform")) {
                var tenant = tenants.register(
                        new Slug(slug), Plan.PRO, new TenantSettings(slug, "#1f5eff", Optional.empty(), 365));
                keys.establish(tenant.id(), tenant.log(), tenant.log().value());
            }
            client("north", Role.PARTNER_ADMIN);
            client("north", Role.OPERATOR);
            client("north", Role.APPROVER);
            client("south", Role.PARTNER_ADMIN);
            client("platform", Role.PLATFORM_ADMIN);
            client("platform", Role.PM);
        }
    }

    private void client(String slug, Role role) {
        var name = slug + "-" + role.wire();
        clients.register(
                new Caller(tenant(slug).id(), Actor.service(role.wire()), Set.of(role)),
                Shared.ISSUER.url(),
                name,
                Shared.ISSUER.jwks());
    }

    /** Lets a client of the test's issuer act for the caller's tenant with its roles. */
    void registerClient(Caller caller, String clientId) {
        clients.register(caller, Shared.ISSUER.url(), clientId, Shared.ISSUER.jwks());
    }

    Tenant tenant(String slug) {
        return tenants.findBySlug(new Slug(slug)).orElseThrow();
    }

    /** {@code Authorization} of the client, for example {@code north-partner-admin}. */
    static String bearer(String client) {
        return "Bearer " + Shared.ISSUER.accessToken(client);
    }

    HttpResponse<String> getAs(String client, String path) {
        return get(path, "Authorization", bearer(client));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers));
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the portal's connections to its database run through. */
    static Cable cable() {
        return Shared.CABLE;
    }

    /** The same database past the cable, for what a test does while it is cut. */
    static DataSource direct() {
        return new DriverManagerDataSource(Shared.URL, "root", "");
    }

    private static final class Shared {
        static final String URL = TestDatabase.freshUrl();
        static final Cable CABLE = new Cable(Shared.URL);
        static final TestIssuer ISSUER = new TestIssuer();
    }
}
