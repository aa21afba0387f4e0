package io.switchboard;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.insight.assurance.PosturePacks;
import io.switchboard.insight.evaluation.EvaluationDesk;
import io.switchboard.insight.evaluation.EvaluationDocument;
import io.switchboard.insight.evaluation.EvaluationDocuments;
import io.switchboard.insight.evaluation.MemoReview;
import io.switchboard.insight.evaluation.Memos;
import io.switchboard.insight.evaluation.Verdict;
import io.switchboard.insight.trustreports.Form;
import io.switchboard.insight.trustreports.TrustReportDesk;
import io.switchboard.insight.trustreports.TrustReports;
import io.switchboard.journeys.JourneyPortal;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.tenancy.Tenants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.context.ApplicationContext;

/**
 * {@code ./mvnw -Psamples}: plays the demo tenants in a portal of its own and writes what an evaluator of acme would take along, with a picture of each page, to {@code docs/samples}. Every document comes the way
 * that all do: decided, signed and receipted.
 */
final class Samples {

    private static final Path FOLDER = Path.of("docs", "samples");
    private static final float DPI = 64;
    private static final Slug ACME = new Slug("acme");

    private final ApplicationContext portal;
    private final StringBuilder text = new StringBuilder("""
            # Samples

            What an evaluator of the demo tenant *acme* takes along, as `./mvnw -Psamples` makes it: a portal of its own plays the demo tenants, issues each document under policy, and writes it here with a picture of each page. The keys of that
            portal are gone with it, so these verify as signed and not as anybody's; issue your own to check them to the end (see [verify](../verify.md)).
            """);

    private Samples(ApplicationContext portal) {
        this.portal = portal;
    }

    /** Ends the process by itself: the database's own threads would keep it. */
    public static void main(String... none) {
        try (var started = JourneyPortal.start()) {
            var portal = started.context();
            new AcmeHistory(portal).play(started.issuer("acme"));
            new Samples(portal).make();
        } catch (IOException | RuntimeException e) {
            System.err.println("No samples were made: " + e);
            System.exit(1);
        }
        System.exit(0);
    }

    private void make() throws IOException {
        Files.createDirectories(FOLDER);
        try (var old = Files.list(FOLDER)) {
            for (var file : old.toList()) {
                Files.delete(file);
            }
        }
        var eve = caller("acme", "eve");
        var today = LocalDate.ofInstant(portal.getBean(Clock.class).instant(), ZoneOffset.UTC);
        done(portal.getBean(EvaluationDesk.class).begin(eve, today));
        report(eve);
        pack(eve);
        evaluation(eve);
        Files.writeString(FOLDER.resolve("README.md"), text);
    }

    private void report(Caller eve) throws IOException {
        var reports = portal.getBean(TrustReports.class);
        var schedule = portal.getBean(TrustReportDesk.class).schedule(eve);
        var report = done(reports.issue(
                eve, schedule.current(portal.getBean(Clock.class).instant()).monday()));
        write(
                "trust-report",
                "Trust Report of the running week",
                done(reports.download(eve, report.id(), Form.PDF).orElseThrow()).bytes(),
                Map.of(
                        "json",
                        done(reports.download(eve, report.id(), Form.JSON).orElseThrow())
                                .bytes(),
                        "oscal.json",
                        done(reports.download(eve, report.id(), Form.OSCAL).orElseThrow())
                                .bytes()));
    }

    private void pack(Caller eve) throws IOException {
        var pack = done(portal.getBean(PosturePacks.class).issue(eve));
        write("posture-pack", "Posture pack", pack.pdf(), Map.of("json", pack.json(), "oscal.json", pack.oscal()));
    }

    private void evaluation(Caller eve) throws IOException {
        var documents = portal.getBean(EvaluationDocuments.class);
        write("evaluation-plan", "Evaluation plan", done(documents.plan(eve)));
        var memo = done(portal.getBean(Memos.class)
                .sign(eve, Verdict.GO, "Go, on the condition that our own provider is live by the end of the month."));
        done(portal.getBean(MemoReview.class)
                .countersign(caller("platform", "pam"), ACME, memo.number())
                .orElseThrow());
        write(
                "go-no-go-memo",
                "Go/no-go memo, signed by both sides",
                done(documents.memo(eve, memo.number()).orElseThrow()));
    }

    private void write(String name, String title, EvaluationDocument document) throws IOException {
        write(name, title, document.pdf(), Map.of("json", document.json()));
    }

    private void write(String name, String title, byte[] pdf, Map<String, byte[]> more) throws IOException {
        text.append("\n## ").append(title).append("\n\n[PDF](").append(name).append(".pdf)");
        Files.write(FOLDER.resolve(name + ".pdf"), pdf);
        for (var extension : more.keySet().stream().sorted().toList()) {
            Files.write(FOLDER.resolve(name + "." + extension), more.getOrDefault(extension, new byte[0]));
            text.append(" · [")
                    .append(extension.startsWith("oscal") ? "OSCAL" : "JSON")
                    .append("](")
                    .append(name)
                    .append('.')
                    .append(extension)
                    .append(')');
        }
        text.append("\n\n");
        pictures(name, title, pdf);
    }

    private void pictures(String name, String title, byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                var file = name + "-" + (page + 1) + ".png";
                ImageIO.write(
                        renderer.renderImageWithDPI(page, DPI, ImageType.RGB),
                        "png",
                        FOLDER.resolve(file).toFile());
                text.append("![")
                        .append(title)
                        .append(", page ")
                        .append(page + 1)
                        .append("](")
                        .append(file)
                        .append(")\n");
            }
        }
    }

    private Caller caller(String tenant, String user) {
        var owner = portal.getBean(Tenants.class).findBySlug(new Slug(tenant)).orElseThrow();
        var member =
                portal.getBean(Members.class).findByUserName(owner.id(), user).orElseThrow();
        return new Caller(owner.id(), Actor.user(member.id()), member.roles());
    }

    private static <T> T done(Enforced<T> ended) {
        if (ended instanceof Enforced.Done<T> done) {
            return done.value();
        }
        throw new IllegalStateException("a sample was refused: " + ended);
    }
}
