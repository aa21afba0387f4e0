package io.switchboard.insight.trustcentre;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.insight.trustcentre.AccessGrants.Requested;
import io.switchboard.insight.trustcentre.AccessRequests.Answer;
import io.switchboard.insight.trustcentre.AccessRequests.Ruling;
import io.switchboard.insight.trustreports.ReportCopies;
import io.switchboard.insight.trustreports.TrustReport;
import io.switchboard.insight.trustreports.TrustReportDesk;
import io.switchboard.insight.trustreports.TrustReports;
import io.switchboard.insight.trustreports.Week;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portal's own documents, handed out by the portal's own services to a stranger of a tenant that the test has made. */
class HandedOutCopiesModuleTest extends SignedInViewTest {

    @Test
    void aStrangerGetsTheLatestReportMarkedAndWithoutWhatIsWithheldAndTheReceiptsLeadToTheOriginal() {
        var admin = admin(tenant());
        var report = lastWeeks(admin);
        var requests = bean(AccessRequests.class);
        var asked = asked(admin, TrustDocument.TRUST_REPORT);
        assertThat(requests.sections(admin, TrustDocument.TRUST_REPORT))
                .extracting(DocumentSection::id)
                .contains("incidents", "keys");
        var answer = Map.of(TrustDocument.TRUST_REPORT, new Answer(true, "", Set.of("incidents")));
        done(requests.decide(admin, asked.id(), new Ruling(1, answer, 3, true)).orElseThrow());
        var handed = handed(admin, asked, TrustDocument.TRUST_REPORT);

        var file = handed.value();
        assertThat(file.name()).endsWith("-copy.pdf");
        assertThat(file.bytes()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        var receipts = bean(ReceiptQuery.class);
        var download = receipts.detail(admin.tenant(), handed.receipt().id())
                .orElseThrow()
                .payload()
                .toString();
        assertThat(download).contains(Sha256.of(file.bytes()).hex(), asked.id().value());
        var copied = receipts.list(admin.tenant(), ReceiptFilter.allowed(ReportCopies.COPY), Optional.empty(), 1)
                .items()
                .getFirst()
                .receipt();
        assertThat(download).contains(copied.id().value());
        assertThat(copied.parent()).isEqualTo(report.receipt());
        assertThat(download).doesNotContain("Buyer");
        assertThat(bean(TrustReportDesk.class)
                        .find(admin, report.id())
                        .orElseThrow()
                        .received())
                .as("nobody of the tenant has received it")
                .isEmpty();
    }

    @Test
    void aTenantWhosePlanHasNoReportsHandsNoneOutAndSaysSo() {
        var admin = admin(tenant());
        lastWeeks(admin);
        var asked = asked(admin, TrustDocument.TRUST_REPORT);
        var answer = Map.of(TrustDocument.TRUST_REPORT, new Answer(true, "", Set.of()));
        done(bean(AccessRequests.class)
                .decide(admin, asked.id(), new Ruling(1, answer, 3, false))
                .orElseThrow());
        assertThat(handed(admin, asked, TrustDocument.TRUST_REPORT).value().name())
                .as("as it was made")
                .doesNotContain("copy");
        assertThat(bean(TrustReportDesk.class).reports(admin).getFirst().received())
                .isEmpty();
        bean(JdbcClient.class)
                .sql("UPDATE tenant SET plan = 'FREE' WHERE tenant_id = ?")
                .param(admin.tenant().value())
                .update();
        assertThat(bean(TrustCentre.class).unavailable(admin.tenant(), TrustDocument.TRUST_REPORT))
                .hasValueSatisfying(why -> assertThat(why).contains("plan"));
        TrustCentreKit.assertFails(
                bean(AccessGrants.class)
                        .download(admin.tenant(), asked.token(), TrustDocument.TRUST_REPORT)
                        .orElseThrow(),
                "not-available");
    }

    @Test
    void postureDocumentsCarryTheWatermarkToo() {
        var admin = admin(tenant());
        var asked = asked(admin, TrustDocument.POSTURE_ONE_PAGER, TrustDocument.POSTURE_PACK);
        var yes = new Answer(true, "", Set.of());
        var answers = Map.of(TrustDocument.POSTURE_ONE_PAGER, yes, TrustDocument.POSTURE_PACK, yes);
        done(bean(AccessRequests.class)
                .decide(admin, asked.id(), new Ruling(1, answers, 3, true))
                .orElseThrow());
        for (var document : answers.keySet()) {
            var handed = handed(admin, asked, document);
            assertThat(handed.value().bytes()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
            assertThat(bean(ReceiptQuery.class)
                            .detail(admin.tenant(), handed.receipt().id())
                            .orElseThrow()
                            .payload()
                            .toString())
                    .contains("watermarked=true");
        }
    }

    private Enforced.Done<TrustFile> handed(Caller admin, Requested asked, TrustDocument document) {
        var grants = bean(AccessGrants.class);
        var page = grants.page(admin.tenant(), asked.token()).orElseThrow();
        if (page.standing() == AccessRequest.Standing.TERMS) {
            done(grants.accept(admin.tenant(), asked.token(), page.terms().version(), "Jo Quill")
                    .orElseThrow());
        }
        return (Enforced.Done<TrustFile>)
                grants.download(admin.tenant(), asked.token(), document).orElseThrow();
    }

    private Requested asked(Caller admin, TrustDocument... documents) {
        var draft = new CentreSettings.Draft(true, "Welcome.", Set.of(TrustDocument.values()), "Keep it.");
        done(bean(TrustCentre.class).configure(admin, draft, 0));
        var wish = new AccessGrants.Wish(TrustCentreKit.JO, Set.of(documents), false);
        return done(bean(AccessGrants.class).request(admin.tenant(), wish));
    }

    private TrustReport lastWeeks(Caller admin) {
        var monday =
                Week.of(bean(Clock.class).instant(), ZoneOffset.UTC).previous().monday();
        var made = done(bean(TrustReports.class).issue(admin, monday));
        return bean(TrustReportDesk.class).find(admin, made.id()).orElseThrow();
    }

    /** Of a year ago, so that it has a whole week behind it. */
    private TenantId tenant() {
        var settings = new TenantSettings("Handing out", "#1f5eff", Optional.empty(), 365);
        var tenant = bean(Tenants.class)
                .register(new Slug("handing-out-" + new Random().nextInt(1_000_000)), Plan.ENTERPRISE, settings);
        bean(KeyRing.class).establish(tenant.id(), tenant.log(), tenant.log().value());
        bean(JdbcClient.class)
                .sql("UPDATE tenant SET created_at = created_at - INTERVAL 1 YEAR WHERE tenant_id = ?")
                .param(tenant.id().value())
                .update();
        return tenant.id();
    }

    private static Caller admin(TenantId tenant) {
        return new Caller(tenant, Actor.service("trust-centre-test"), Set.of(Role.PARTNER_ADMIN));
    }

    private static <T> T done(Enforced<T> ended) {
        return ((Enforced.Done<T>) ended).value();
    }
}
