package io.switchboard.bench;

import io.switchboard.control.policy.PolicyFigures;
import io.switchboard.control.receipts.sequencer.LogFigures;
import io.switchboard.insight.assurance.DocumentFigures;
import io.switchboard.insight.trustreports.TrustReportFigures;
import io.switchboard.journeys.DashboardFigures;
import io.switchboard.journeys.NeighbourhoodFigures;
import io.switchboard.journeys.ProofFigures;
import io.switchboard.journeys.ScimFigures;
import io.switchboard.operations.administration.ReceiptFigures;
import io.switchboard.operations.delivery.DeliveryFigures;
import io.switchboard.operations.entities.EntityFigures;
import io.switchboard.verify.VerifierFigures;
import java.nio.file.Path;
import java.util.Set;

/** Runs the benchmarks named as arguments, {@code all} of them, or those that take some minutes together, and writes {@code target/bench.json}. */
public final class Bench {

    private static final Path HOME = Path.of("target", "bench");
    private static final Set<String> SHORT = Set.of("policy", "verifier", "start", "document", "import");

    private Bench() {}

    public static void main(String[] args) throws Exception {
        var wanted = Set.of(args);
        var report = new Report();
        if (wants(wanted, "policy")) {
            PolicyFigures.measure(report);
        }
        if (wants(wanted, "verifier")) {
            VerifierFigures.measure(report);
        }
        if (wants(wanted, "log")) {
            LogFigures.measure(report, HOME);
        }
        if (wants(wanted, "proof")) {
            ProofFigures.measure(report);
        }
        if (wants(wanted, "entities")) {
            EntityFigures.measure(report, HOME);
            NeighbourhoodFigures.measure(report);
        }
        if (wants(wanted, "scim")) {
            ScimFigures.measure(report);
        }
        if (wants(wanted, "dashboard")) {
            DashboardFigures.measure(report);
        }
        try (var services = new BenchServices(HOME)) {
            if (wants(wanted, "start")) {
                new StartFigures(services, HOME).measure(report);
            }
            if (wants(wanted, "document")) {
                try (var portal = services.portal(services.url("documents_" + System.nanoTime()))) {
                    new DocumentFigures(portal).measure(report);
                }
            }
            if (wants(wanted, "trust-report")) {
                try (var portal = services.portal(services.url("reports_" + System.nanoTime()))) {
                    new TrustReportFigures(portal).measure(report);
                }
            }
            if (wants(wanted, "webhook")) {
                try (var portal = services.portal(services.url("webhooks_" + System.nanoTime()))) {
                    new DeliveryFigures(portal).measure(report);
                }
            }
            if (wants(wanted, "receipt")) {
                try (var portal = services.portal(services.url("receipts_" + System.nanoTime()))) {
                    new ReceiptFigures(portal).measure(report);
                }
            }
            if (wants(wanted, "import")) {
                new ImportFigures(services, HOME, false, new People(), 100_000).measure(report, wants(wanted, "heap"));
            }
            if (wants(wanted, "graph-import")) {
                new GraphImportFigures(services, HOME).measure(report);
            }
            if (wants(wanted, "infile")) {
                new ImportFigures(services, HOME, true, new People(), 100_000).measure(report, false);
            }
            if (wants(wanted, "incidents")) {
                new ImportFigures(services, HOME, false, new IncidentSample(), 100_000).measure(report, false);
            }
            if (wants(wanted, "runbooks")) {
                new ImportFigures(services, HOME, false, new RunbookSample(), 5_000).measure(report, false);
            }
            if (wanted.contains("keycloak")) { // has to be unpacked by its profile
                new KeycloakFigures(services, HOME).measure(report);
            }
            if (wants(wanted, "timeline")) {
                new TimelineFigures(services).measure(report);
            }
            if (wanted.contains("trust-report-million")) { // five minutes
                new MillionFigures(services).measure(report);
            }
            if (wants(wanted, "success")) {
                new SuccessFigures(services).measure(report);
            }
        }
        report.write(Path.of("target", "bench.json"));
        System.exit(0); // whatever a library left running
    }

    private static boolean wants(Set<String> wanted, String name) {
        return wanted.contains(name) || wanted.contains("all") || wanted.isEmpty() && SHORT.contains(name);
    }
}
