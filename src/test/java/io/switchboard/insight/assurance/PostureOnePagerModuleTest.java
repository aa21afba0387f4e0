package io.switchboard.insight.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.documents.VeraPdf;
import io.switchboard.platform.documents.Watermark;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.verify.OfflineVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostureOnePagerModuleTest {

    private static AssuranceKit kit;
    private static int number;

    private Tenant globex;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        kit = new AssuranceKit();
    }

    @AfterAll
    static void stop() {
        kit.close();
    }

    @BeforeEach
    void register() {
        globex = kit.tenant("globex-" + ++number, "Globex & Söhne <Ltd>");
    }

    private Enforced<OnePager> issueAs(Role role) {
        return kit.bean(PostureOnePager.class).issue(kit.caller(globex, role));
    }

    private Enforced.Done<OnePager> issued() {
        return (Enforced.Done<OnePager>) issueAs(Role.EVALUATOR);
    }

    @Test
    void itsReceiptNamesTheDigestOfEveryForm() {
        var done = issued();
        var receipt = kit.bean(ReceiptQuery.class)
                .detail(globex.id(), done.receipt().id())
                .orElseThrow();
        var page = done.value();
        assertThat(String.valueOf(receipt.payload().get("subject")))
                .contains(
                        "Document/" + page.id() + ".pdf",
                        Sha256.of(page.pdf()).hex(),
                        Sha256.of(page.json()).hex(),
                        Sha256.of(page.html()).hex());
    }

    @Test
    void withAWatermarkACopyOfTheSameFactsFollowsFromTheOriginal() throws IOException {
        var done = (Enforced.Done<OnePager>)
                kit.bean(PostureOnePager.class).issue(kit.caller(globex, Role.EVALUATOR), Watermark.of("For Jane Doe"));
        var original = done.receipt().parent().orElseThrow();
        var page = done.value();
        assertThat(text(page.pdf())).contains("Watermark: For Jane Doe", page.id() + ", a copy of doc_");
        assertThat(new String(page.json(), StandardCharsets.UTF_8))
                .contains("\"receipt\":\"" + original + "\"", "\"watermark\":\"For Jane Doe\"");
        assertThat(kit.bean(ReceiptQuery.class)
                        .detail(globex.id(), original)
                        .orElseThrow()
                        .row()
                        .receipt()
                        .parent())
                .isEmpty();
        assertThat(VeraPdf.faults(page.pdf(), "3a")).isEmpty();
        assertThat(VeraPdf.faults(page.pdf(), "ua1")).isEmpty();
    }

    @Test
    void anOperatorIsRefusedWithAReceipt() {
        assertThat(issueAs(Role.OPERATOR)).isInstanceOfSatisfying(Enforced.Refused.class, refused -> {
            assertThat(refused.decision().allowed()).isFalse();
            assertThat(refused.receipt().decision()).isPresent();
        });
    }

    @Test
    void thePdfShowsTheTenantEveryClaimAndTheRootsFingerprint() throws IOException {
        var page = issued().value();
        var text = text(page.pdf());
        assertThat(text).contains("Globex & Söhne <Ltd>").contains(page.id());
        assertThat(text).contains(Sha256.of(page.json()).hex());
        assertThat(text.replaceAll("\\s+", " "))
                .contains("The keys are vouched for by the platform's root and within their validity")
                .contains("No receipt was left here yet, so there is nothing that could prove it.");
    }

    @Test
    void itsTwinIsAttachedToIt() throws IOException {
        var page = issued().value();
        try (var pdf = Loader.loadPDF(page.pdf())) {
            var files = pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys("posture-one-pager.json");
            for (var file : files.values()) {
                assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(page.json());
            }
        }
    }

    @Test
    void thePageEscapesWhateverATenantIsCalled() {
        var html = new String(issued().value().html(), StandardCharsets.UTF_8);
        assertThat(html).contains("Globex &amp; Söhne &lt;Ltd&gt;").doesNotContain("<Ltd>");
        assertThat(html).contains("<h1>Posture one-pager</h1>").doesNotContain("<script", "style=");
    }

    @Test
    void theSameFactsAreTheSameDocument() {
        var facts = new PostureFacts(
                globex, AssuranceKit.NOW, "root", kit.bean(PostureClaims.class).of(globex));
        var press = kit.bean(OnePagerPress.class);
        assertThat(press.print(facts).pdfDigest()).isEqualTo(press.print(facts).pdfDigest());
        assertThat(press.print(facts).id()).isEqualTo(press.print(facts).id());
    }

    @Test
    void anOutsiderFindsItInTheBundleAndTheBundleValid() throws IOException {
        issued();
        var bundle = kit.bundle(globex);
        var run = OfflineVerifier.run(folder, bundle, kit.rootJwk());
        assertThat(run.output()).contains("valid: signed");
        assertThat(run.exit()).isZero();
        var files = files(bundle);
        assertThat(files).containsKeys("data/documents/posture-one-pager.pdf", "data/documents/posture-one-pager.json");
        assertThat(new String(
                        files.getOrDefault("data/documents/posture-one-pager.json", new byte[0]),
                        StandardCharsets.UTF_8))
                .contains("\"log\":\"" + globex.log() + "\"");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Map<String, byte[]> files(byte[] bundle) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
