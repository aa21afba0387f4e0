package io.switchboard.insight.trustreports;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.operations.delivery.AnnouncedFilesStored;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On the portal's own database: what a report says depends on what the portal was used for. */
class TrustReportsModuleTest extends SignedInViewTest {

    private static final ZoneId DENVER = ZoneId.of("America/Denver");

    @Test
    void aReportOfTheRunningWeekIsInterimKeptAndNamedByItsReceiptAndTheNextIsItsNextRevision() {
        var eve = caller("acme", "eve");
        var monday = bean(TrustReportDesk.class).schedule(eve).current(now()).monday();
        var first = done(bean(TrustReports.class).issue(eve, monday));
        assertThat(first.interim()).isTrue();
        assertThat(first.late()).isFalse();
        var second = done(bean(TrustReports.class).issue(eve, monday));
        assertThat(second.revision()).isEqualTo(first.revision() + 1);

        var json = file(eve, second, Form.JSON);
        var facts = new JsonMapper().readTree(json);
        assertThat(ids(facts))
                .containsExactly(
                        "incidents",
                        "governed-actions",
                        "privileged-actions",
                        "dual-control",
                        "keys",
                        "transparency-log",
                        "policy-bypass",
                        "retention",
                        "isolation",
                        "budgets");
        assertThat(section(facts, "governed-actions")
                        .path("measures")
                        .path(0)
                        .path("week")
                        .path("count")
                        .asLong())
                .as("the first report is among what was allowed")
                .isPositive();
        assertThat(section(facts, "policy-bypass").path("measures").size()).isEqualTo(5);
        assertThat(measures(facts, "incidents"))
                .containsExactly(
                        "availability",
                        "availability-budget",
                        "latency",
                        "latency-budget",
                        "receipt-integration",
                        "receipt-integration-budget",
                        "burn-alerts",
                        "opened",
                        "mtta",
                        "mttm",
                        "mttr",
                        "mttm-against-baseline");
        assertThat(section(facts, "budgets").path("state").asString()).isEqualTo("not recorded");
        assertThat(new String(file(eve, second, Form.PDF), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        var known = bean(TrustReportDesk.class).find(eve, second.id()).orElseThrow();
        assertThat(known.received()).as("taken along above").isPresent();
        assertThat(bean(TrustReportDesk.class)
                        .find(eve, first.id())
                        .orElseThrow()
                        .received())
                .isEmpty();
        assertThat(bean(ReceiptQuery.class)
                        .detail(eve.tenant(), known.receipt().orElseThrow())
                        .orElseThrow()
                        .payload()
                        .toString())
                .contains(
                        Sha256.of(json).hex(),
                        Sha256.of(file(eve, second, Form.PDF)).hex());
        assertThat(new ReportEvidence(bean(ReportRows.class), bean(Tenants.class)).documents(eve.tenant()))
                .singleElement()
                .satisfies(document -> assertThat(document.json()).isEqualTo(file(eve, second, Form.JSON)));
    }

    @Test
    void aReportThatABucketHasWasReceived() {
        var eve = caller("acme", "eve");
        var report = done(bean(TrustReports.class)
                .issue(
                        eve,
                        bean(TrustReportDesk.class).schedule(eve).current(now()).monday()));
        var receipt = new ReceiptId("rcp_aaaaaaaaaaaaaaaaaaaaaaaaaa");
        var stored = new StoredReports(bean(ReportRows.class));
        stored.note(
                new AnnouncedFilesStored(eve.tenant(), "other.type", report.id().toString(), receipt));
        assertThat(bean(TrustReportDesk.class)
                        .find(eve, report.id())
                        .orElseThrow()
                        .received())
                .isEmpty();
        stored.note(new AnnouncedFilesStored(
                eve.tenant(), ReportAnnouncements.ISSUED, report.id().toString(), receipt));
        assertThat(bean(TrustReportDesk.class)
                        .find(eve, report.id())
                        .orElseThrow()
                        .received())
                .contains(receipt);
    }

    @Test
    void missedWeeksAreCaughtUpOldestFirstOnceEachAndSaySo() {
        var tenant = enterprise();
        var now = now();
        var begin = now.minus(Duration.ofDays(17));
        bean(JdbcClient.class)
                .sql("UPDATE tenant SET created_at = ? WHERE tenant_id = ?")
                .params(Utc.column(begin), tenant.value())
                .update();
        bean(ReportScheduleRows.class).put(new Schedule(tenant, DENVER, Optional.of(begin), Optional.empty(), 1));
        var work = bean(ReportWork.class);
        for (int look = 0; look < 5; look++) {
            work.work();
        }
        var made = bean(ReportRows.class).list(tenant, 10).reversed();
        assertThat(made).hasSizeBetween(2, 3);
        assertThat(made.getFirst().week()).isEqualTo(Week.of(begin, DENVER));
        assertThat(made.getFirst().late()).isTrue();
        assertThat(made).allSatisfy(report -> {
            assertThat(report.interim()).isFalse();
            assertThat(report.revision()).isEqualTo(1);
            assertThat(report.by()).isEqualTo(Actor.system("trust-reports"));
        });
        assertThat(bean(TrustReportDesk.class).since(tenant, made.get(1).week().monday()))
                .hasSize(made.size() - 1);
        var schedule = bean(ReportScheduleRows.class).of(tenant);
        assertThat(work.due(schedule, now)).isEmpty();
        assertThat(bean(TrustReports.class)
                        .issueDue(
                                Caller.system(tenant, "trust-reports"),
                                made.getFirst().week()))
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("made-already"));
    }

    @Test
    void whoMayDoWhatIsDecidedByPolicyAndThePlan() {
        var otto = caller("acme", "otto");
        var monday = LocalDate.parse("2020-01-06");
        var reports = bean(TrustReports.class);
        assertThat(bean(TrustReportDesk.class).againstViewing(otto)).isEmpty();
        assertThat(reports.issue(otto, monday)).isInstanceOf(Enforced.Refused.class);
        assertThat(reports.schedule(caller("acme", "eve"), true, DENVER, 0)).isInstanceOf(Enforced.Refused.class);
        assertThat(bean(TrustReportDesk.class).againstViewing(caller("platform", "pam")))
                .isPresent();
        assertFails(reports.issue(caller("acme", "ada"), monday), "before-the-tenant");
        assertFails(reports.issue(caller("acme", "ada"), LocalDate.parse("2050-01-03")), "not-begun");
        assertFails(reports.issue(caller("globex", "grace"), monday), "not-included");
        assertFails(reports.schedule(caller("globex", "grace"), true, DENVER, 0), "not-included");
        assertThat(reports.download(caller("globex", "grace"), new ReportId(monday, 1), Form.PDF))
                .isEmpty();
    }

    @Test
    void theScheduleIsSwitchedOnInAZoneAndSomebodyWhoWasSlowerIsTold() {
        var ada = caller("acme", "ada");
        var before = bean(TrustReportDesk.class).schedule(ada);
        var on = done(bean(TrustReports.class).schedule(ada, true, DENVER, before.version()));
        assertThat(on.isOn()).isTrue();
        assertThat(bean(TrustReportDesk.class).couldBeOn(ada)).isFalse();
        assertThat(on.nextDue(now())).isAfter(now());
        assertFails(bean(TrustReports.class).schedule(ada, false, DENVER, before.version()), "changed-meanwhile");
        var off = done(bean(TrustReports.class).schedule(ada, false, DENVER, on.version()));
        assertThat(off.isOn()).isFalse();
        assertThat(bean(TrustReportDesk.class).couldBeOn(ada)).isTrue();
    }

    private TenantId enterprise() {
        var tenant = bean(Tenants.class)
                .register(
                        new Slug("reports-" + new Random().nextInt(100_000)),
                        Plan.ENTERPRISE,
                        new TenantSettings("Reports", "#1f5eff", Optional.empty(), 365));
        bean(KeyRing.class).establish(tenant.id(), tenant.log(), tenant.log().value());
        return tenant.id();
    }

    private byte[] file(Caller caller, TrustReport report, Form form) {
        return done(bean(TrustReports.class).download(caller, report.id(), form).orElseThrow())
                .bytes();
    }

    private static List<String> ids(JsonNode facts) {
        return facts.path("sections")
                .valueStream()
                .map(section -> section.path("id").asString())
                .toList();
    }

    private static List<String> measures(JsonNode facts, String section) {
        return section(facts, section)
                .path("measures")
                .valueStream()
                .map(measure -> measure.path("id").asString())
                .toList();
    }

    private static JsonNode section(JsonNode facts, String id) {
        return facts.path("sections")
                .valueStream()
                .filter(section -> section.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
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

    private java.time.Instant now() {
        return bean(Clock.class).instant();
    }

    private Caller caller(String tenant, String user) {
        var id = bean(Tenants.class).findBySlug(new Slug(tenant)).orElseThrow().id();
        var member = bean(Members.class).findByUserName(id, user).orElseThrow();
        return new Caller(id, Actor.user(member.id()), member.roles());
    }
}
