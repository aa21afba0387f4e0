package io.switchboard;

import io.switchboard.control.receipts.anchoring.TestAuthority;
import io.switchboard.embedded.EmbeddedMariaDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.springframework.boot.SpringApplication;
import provider.EmbeddedProvider;

/** What {@code ./mvnw} starts: the portal on 8080 with its own MariaDB and time-stamping authority and, on 9000, an OpenID provider. Data stays in {@code .switchboard}. */
public final class PortalOnEmbeddedServices {

    private static final Path HOME = Path.of(".switchboard");
    private static final String PORTAL = "http://localhost:8080";
    private static final String PROVIDER = "http://localhost:9000";

    private PortalOnEmbeddedServices() {}

    public static void main(String[] args) throws IOException {
        var database = EmbeddedMariaDb.start(HOME.resolve("mariadb-base"), HOME.resolve("mariadb-data"), 0);
        SpringApplication.getShutdownHandlers().add(database::close);
        try {
            start(database);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.err.println("Switchboard did not start; the first lines above say why. Data of an older state of the"
                    + " program stays in " + HOME + ": remove that folder to begin with new demo data.");
            System.exit(1); // else what was started before would keep this process alive
        }
        System.out.println("""

                Switchboard is ready: %s
                Demo people (password = user name)
                  /acme      ada partner-admin · otto operator · nina approver · eve evaluator · mia operator
                  /globex    grace partner-admin · otis operator · gus approver · mia operator
                  /initech   ian partner-admin
                  /platform  pam pm · root platform-admin · fay finance · olga ombuds
                """.formatted(PORTAL));
    }

    private static void start(EmbeddedMariaDb database) throws IOException {
        var authority = new TestAuthority(Clock.systemUTC());
        SpringApplication.getShutdownHandlers().add(authority::close);
        var roots = Files.writeString(HOME.resolve("timestamping-root.pem"), authority.rootPem());
        var portal = new SpringApplication(Switchboard.class)
                .run(
                        "--spring.datasource.url=" + database.url("switchboard"),
                        "--spring.datasource.username=root",
                        "--logging.structured.format.console=",
                        "--switchboard.outbound.networks=public,loopback",
                        "--switchboard.anchoring.authority=" + authority.address(),
                        "--switchboard.anchoring.roots=" + roots,
                        "--switchboard.master-key=" + masterKey());
        var seeded = new DemoTenants(portal).seed(PROVIDER);
        EmbeddedProvider.start(9000, PORTAL);
        if (seeded) {
            new AcmeHistory(portal).play(PROVIDER + "/acme");
        }
    }

    /** One per data folder: without it, what lies sealed in the database stays closed. */
    private static String masterKey() throws IOException {
        var file = HOME.resolve("master-key");
        if (!Files.exists(file)) {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
        }
        return Files.readString(file);
    }
}
