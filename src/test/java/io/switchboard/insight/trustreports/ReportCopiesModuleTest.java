package io.switchboard.insight.trustreports;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.control.receipts.ReceiptDetail;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.SharedValues;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.administration.EvidenceExports;
import io.switchboard.operations.delivery.SecureLinks;
import io.switchboard.operations.delivery.ShareRequest;
import io.switchboard.operations.delivery.Sharing;
import io.switchboard.platform.documents.Watermark;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.signing.CanonicalJson;
import io.switchboard.platform.signing.TrustRoot;
import io.switchboard.platform.tenancy.Tenants;
import io.switchboard.verify.OfflineVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On the portal's own database, with reports that the test has made. */
class ReportCopiesModuleTest extends SignedInViewTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CopyTerms MARKED = CopyTerms.with(new Watermark("For Jane Doe"));

    @Test
    void aCopyIsADocumentOfItsOwnWhoseReceiptNamesTheOriginals() {
        var eve = caller("acme", "eve");
        var report = issued(eve);
        var original =
                bean(ReportRows.class).documents(eve.tenant(), report.id()).orElseThrow();
        var done = copied(eve, report, Form.JSON, MARKED);
        var copy = JSON.readTree(done.value().bytes());
        assertThat(done.value().name()).endsWith("-copy.json");
        assertThat(copy.path("copy").path("watermark").asString()).isEqualTo("For Jane Doe");
        assertThat(copy.path("sections"))
                .isEqualTo(JSON.readTree(original.json()).path("sections"));
        assertThat(copy.path("copy").path("of").path("receipt").asString())
                .isEqualTo(report.receipt().orElseThrow().value());

        assertThat(done.receipt().parent()).isEqualTo(report.receipt());
        var receipt = receipt(eve, done.receipt().id());
        assertThat(String.valueOf(receipt.payload().get("subject")))
                .contains(
                        Sha256.of(done.value().bytes()).hex(),
                        Sha256.of(original.json()).hex(),
                        Sha256.of(original.pdf()).hex(),
                        "TrustReport/" + report.id());
        assertThat(facts(receipt))
                .containsEntry("original", report.receipt().orElseThrow().value())
                .containsEntry("watermarked", true)
                .containsEntry("withheld", 0);
        assertThat(receipt.payload().toString())
                .as("the words are only committed to")
                .doesNotContain("Jane");
        assertThat(bean(TrustReportDesk.class)
                        .find(eve, report.id())
                        .orElseThrow()
                        .received())
                .as("a copy is not the report received")
                .isEmpty();
    }

    @Test
    void whatACopyDisclosesIsFoundInTheReceiptOfItsOriginal() {
        var eve = caller("acme", "eve");
        var report = issued(eve);
        var terms = CopyTerms.disclosing(Set.of("keys", "isolation"));
        var copy = JSON.readTree(copied(eve, report, Form.JSON, terms).value().bytes());
        var digests = copy.path("copy")
                .path("_sd")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(digests).hasSize(10);
        assertThat(String.valueOf(
                        receipt(eve, report.receipt().orElseThrow()).payload().get("subject")))
                .contains(
                        TrustReports.COMMITMENTS + "/",
                        Sha256.of(CanonicalJson.of(digests)).hex());
        assertThat(copy.path("sections")
                        .valueStream()
                        .filter(section -> section.path("state").asString().equals("withheld")))
                .hasSize(8)
                .allSatisfy(
                        section -> assertThat(section.path("measures").size()).isZero());
    }

    @Test
    void anOutsiderChecksACopyWithTheVerifierAndABundleThatWasMadeAfterIt(@TempDir Path folder) {
        var eve = caller("acme", "eve");
        var terms = new CopyTerms(Watermark.of("For Jane Doe"), Optional.of(Set.of("keys", "isolation")));
        var copy = copied(eve, issued(eve), Form.JSON, terms).value().bytes();
        var beside = BundleScope.EVERYTHING.sharing(SharedValues.NONE).withDocuments(false);
        var bundle = done(bean(EvidenceExports.class).export(eve, beside));
        var root = bean(TrustRoot.class).jwk();
        var right =
                OfflineVerifier.run(folder, bundle, root, "--copy", OfflineVerifier.file(folder, "copy.json", copy));
        assertThat(right.output()).contains("2 of 10 sections shown, as it commits to them");
        assertThat(right.exit()).as(right.output()).isZero();
        copy[copy.length / 2] ^= 1;
        assertThat(OfflineVerifier.run(folder, bundle, root, "--copy", OfflineVerifier.file(folder, "copy.json", copy))
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void aSharedCopyIsSignedAndItsLinkHandsOutWhatItsReceiptNames() throws IOException {
        var eve = caller("acme", "eve");
        var report = issued(eve);
        var request = new ShareRequest(
                SharedReports.DOCUMENT,
                Optional.of(report.id().toString()),
                Watermark.of("שלום 😀"),
                Optional.of(Set.of("incidents")));
        assertThat(bean(Sharing.class).problem(request)).isEmpty();
        var shared = done(
                bean(Sharing.class).share(eve, request, Duration.ofDays(1), 1).orElseThrow());
        var file = bean(SecureLinks.class).collect(eve.tenant(), shared.token()).orElseThrow();
        assertThat(file.name()).endsWith("-copy.pdf");
        assertThat(Sha256.of(file.bytes())).isEqualTo(shared.link().digest());
        try (var pdf = Loader.loadPDF(file.bytes())) {
            assertThat(pdf.getSignatureDictionaries()).hasSize(1);
        }
    }

    @Test
    void whatIsNoCopyIsRefusedWithTheWayOut() {
        var eve = caller("acme", "eve");
        var report = issued(eve);
        var copies = bean(ReportCopies.class);
        assertFails(copy(eve, report, new CopyTerms(Optional.empty(), Optional.empty())), "nothing-to-change");
        assertFails(copy(eve, report, CopyTerms.disclosing(Set.of())), "nothing-disclosed");
        assertFails(copy(eve, report, CopyTerms.disclosing(Set.of("payroll"))), "no-such-section");
        assertThat(copy(caller("acme", "otto"), report, MARKED)).isInstanceOf(Enforced.Refused.class);
        assertThat(copies.copy(caller("globex", "grace"), report.id(), Form.PDF, MARKED))
                .isEmpty();
        assertThat(copies.copy(eve, new ReportId(report.id().monday(), 999_999), Form.PDF, MARKED))
                .isEmpty();
    }

    @Test
    void aReportFromBeforeThereWereCommitmentsIsCopiedAsAWholeOnly() {
        var eve = caller("acme", "eve");
        var report = issued(eve);
        forgetNonce(eve, report);
        assertThat(bean(ReportCopies.class).sections(eve, report.id()).committed())
                .isFalse();
        assertFails(copy(eve, report, CopyTerms.disclosing(Set.of("keys"))), "no-commitments");
        assertThat(copy(eve, report, MARKED)).isInstanceOf(Enforced.Done.class);
    }

    /** As the row of a report that an earlier release made. */
    private void forgetNonce(Caller caller, TrustReport report) {
        var kept =
                bean(ReportRows.class).documents(caller.tenant(), report.id()).orElseThrow();
        var facts = StoredReport.facts(bean(Tenants.class).find(caller.tenant()).orElseThrow(), report, kept.json())
                .orElseThrow();
        bean(JdbcClient.class)
                .sql("UPDATE trust_report SET json = ? WHERE tenant_id = ? AND monday = ? AND revision = ?")
                .params(
                        ReportCopyDocumentTest.withoutNonce(facts).json(),
                        caller.tenant().value(),
                        report.id().monday(),
                        report.revision())
                .update();
    }

    private TrustReport issued(Caller caller) {
        var monday = bean(TrustReportDesk.class)
                .schedule(caller)
                .current(bean(Clock.class).instant())
                .monday();
        var made = done(bean(TrustReports.class).issue(caller, monday));
        return bean(TrustReportDesk.class).find(caller, made.id()).orElseThrow();
    }

    private Enforced<ReportFile> copy(Caller caller, TrustReport report, CopyTerms terms) {
        return bean(ReportCopies.class)
                .copy(caller, report.id(), Form.PDF, terms)
                .orElseThrow();
    }

    private Enforced.Done<ReportFile> copied(Caller caller, TrustReport report, Form form, CopyTerms terms) {
        return (Enforced.Done<ReportFile>)
                bean(ReportCopies.class).copy(caller, report.id(), form, terms).orElseThrow();
    }

    private ReceiptDetail receipt(Caller caller, ReceiptId id) {
        return bean(ReceiptQuery.class).detail(caller.tenant(), id).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> facts(ReceiptDetail receipt) {
        var predicate = (Map<String, Object>) receipt.payload().getOrDefault("predicate", Map.of());
        return (Map<String, Object>) predicate.getOrDefault("facts", Map.of());
    }

    private static void assertFails(Enforced<?> ended, String code) {
        assertThat(ended)
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo(code));
    }

    private static <T> T done(Enforced<T> ended) {
        return ((Enforced.Done<T>) ended).value();
    }

    private Caller caller(String tenant, String user) {
        var id = bean(Tenants.class).findBySlug(new Slug(tenant)).orElseThrow().id();
        var member = bean(Members.class).findByUserName(id, user).orElseThrow();
        return new Caller(id, Actor.user(member.id()), member.roles());
    }
}
