package io.switchboard.insight.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.Subject;
import io.switchboard.insight.success.Period;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.tenancy.Tenants;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On the portal's own database: what it finds depends on what the portal was used for. */
class RoadmapModuleTest extends SignedInViewTest {

    @Test
    void aDenialIsFoundRaisedWithItsNumbersSpecifiedAndLockedWithWhatWasDeferred() {
        var pam = caller("platform", "pam");
        deny();
        var findings = bean(RoadmapDesk.class).findings(pam, Period.MONTH).orElseThrow();
        var denial = findings.of(FindingKind.DENIAL).stream()
                .filter(it -> it.subject().startsWith("keys.retire"))
                .findFirst()
                .orElseThrow();
        assertThat(denial.numbers()).containsEntry("tenants", 1L).containsKey("denied");
        assertThat(findings.of(FindingKind.QUERY))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.numbers().get("calls")).isGreaterThanOrEqualTo(5));
        assertThat(findings.statementsAway()).isEmpty();

        var changes = bean(RoadmapChanges.class);
        deferEverythingOpen(pam);
        var item =
                done(changes.raise(pam, "Retire a key without asking around", Period.MONTH, Optional.of(denial.id())));
        assertThat(item.evidence().orElseThrow().finding().numbers()).isEqualTo(denial.numbers());
        assertThat(item.missing()).hasSize(Requirement.values().length);
        var release = new Release("v" + new Random().nextInt(100, 999) + ".1");
        assertThat(bean(RoadmapLocks.class).lock(pam, release))
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("not-spec-ready"));

        long denied = denial.numbers().getOrDefault("denied", 0L);
        var spec = new Spec(
                Optional.of(new MetricTarget(
                        "finding.denied", BigDecimal.valueOf(denied), BigDecimal.ZERO, LocalDate.parse("2026-12-31"))),
                List.of("keys.retire"),
                SpecReadyTest.READY.policyPlan(),
                SpecReadyTest.READY.tests(),
                SpecReadyTest.READY.flag(),
                SpecReadyTest.READY.signal(),
                SpecReadyTest.READY.wayBack(),
                SpecReadyTest.READY.acceptance());
        assertThat(done(changes.specify(pam, item.id(), item.version(), item.title(), spec)
                                .orElseThrow())
                        .isReady())
                .isTrue();
        assertThat(changes.specify(pam, item.id(), item.version(), item.title(), spec)
                        .orElseThrow())
                .as("made for a version that is gone")
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("changed-meanwhile"));
        var later = done(changes.raise(pam, "Something for later", Period.MONTH, Optional.empty()));
        assertThat(done(changes.defer(pam, later.id(), later.version(), "Nobody asked for it.")
                                .orElseThrow())
                        .state())
                .isEqualTo(Item.State.DEFERRED);

        var lock = done(bean(RoadmapLocks.class).lock(pam, release));
        assertThat(lock.in()).isEqualTo(1);
        var documents = bean(RoadmapDesk.class).documents(pam, release).orElseThrow();
        var payload = payload(documents.json());
        assertThat(payload.path("items").path(0).path("evidence").path("sha256").asString())
                .isEqualTo(item.evidence().orElseThrow().digest().hex());
        assertThat(payload.path("deferred")
                        .valueStream()
                        .map(it -> it.path("reason").asString()))
                .contains("Nobody asked for it.");
        assertThat(documents.pdf()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        var known = bean(RoadmapDesk.class).locks(pam).getFirst();
        assertThat(bean(ReceiptQuery.class)
                        .detail(pam.tenant(), known.receipt().orElseThrow())
                        .orElseThrow()
                        .payload()
                        .toString())
                .contains(lock.pdf().hex(), lock.json().hex());

        var locked = bean(RoadmapDesk.class).item(pam, item.id()).orElseThrow();
        assertThat(locked.state()).isEqualTo(Item.State.LOCKED);
        assertThat(changes.specify(pam, locked.id(), locked.version(), "Another", spec)
                        .orElseThrow())
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("locked"));
        assertThat(bean(RoadmapLocks.class).lock(pam, release))
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("locked-already"));
    }

    @Test
    void onlyAPmOfThePlatformWritesAPlatformAdminLooksAndNoTenantHasARoadmap() {
        var pam = caller("platform", "pam");
        var root = caller("platform", "root");
        var ada = caller("acme", "ada");
        var desk = bean(RoadmapDesk.class);
        assertThat(desk.againstViewing(root)).isEmpty();
        assertThat(desk.findings(root, Period.WEEK)).isPresent();
        assertThat(bean(RoadmapChanges.class).raise(root, "Mine", Period.WEEK, Optional.empty()))
                .isInstanceOf(Enforced.Refused.class);
        assertThat(desk.againstViewing(ada)).isPresent();
        assertThat(bean(RoadmapChanges.class).raise(ada, "Mine", Period.WEEK, Optional.empty()))
                .isInstanceOf(Enforced.Refused.class);
        assertThat(bean(RoadmapChanges.class).raise(pam, " ", Period.WEEK, Optional.empty()))
                .isInstanceOf(Enforced.Failed.class);
        assertThat(bean(RoadmapChanges.class).raise(pam, "Gone", Period.WEEK, Optional.of("denial-000000000000")))
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("not-found-any-more"));
    }

    /** As an operator would who thinks that keys are theirs. */
    private void deny() {
        var otis = caller("globex", "otis");
        assertThat(bean(EnforcementPoint.class)
                        .perform(
                                GovernedAction.of(otis, new ActionId("keys.retire"), ResourceRef.of("Key", "key_any")),
                                () -> Effect.of("never", Subject.atVersion("Key", "key_any", 1))))
                .isInstanceOf(Enforced.Refused.class);
    }

    private void deferEverythingOpen(Caller pam) {
        bean(RoadmapDesk.class).items(pam).stream()
                .filter(Item::isOpen)
                .forEach(item -> done(bean(RoadmapChanges.class)
                        .defer(pam, item.id(), item.version(), "Of another test.")
                        .orElseThrow()));
    }

    private static JsonNode payload(byte[] envelope) {
        var mapper = new JsonMapper();
        return mapper.readTree(Base64.getDecoder()
                .decode(mapper.readTree(envelope).path("payload").asString()));
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
