package io.switchboard.control.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.cedarpolicy.BasicAuthorizationEngine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Role;
import io.switchboard.platform.observability.FixedCorrelations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class CedarDecisionPointTest {

    private static final PolicyBundle BUNDLE = PolicyBundle.of(PolicyFiles.ofClasspath());
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final PolicyDecisionPoint POLICY = pointFor(BUNDLE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imports.plan",
                "imports.commit",
                "imports.discard",
                "imports.save-mapping",
                "imports.delete-mapping",
                "imports.schedule",
                "receipts.export-evidence",
                "administration.connect-idp",
                "administration.test-idp",
                "administration.activate-idp",
                "administration.configure-tenant",
                "assurance.issue-document",
                "trustreports.download",
                "trustreports.copy",
                "trustreports.schedule",
                "reliability.set-objective",
                "reliability.record-baseline",
                "evaluation.begin",
                "evaluation.issue-document",
                "trustcentre.configure",
                "delivery.view",
                "delivery.share",
                "delivery.revoke",
                "delivery.enable",
                "delivery.connect-bucket",
                "delivery.remove-bucket",
                "webhooks.register",
                "webhooks.rotate-secret",
                "webhooks.remove",
                "webhooks.allow-hosts",
                "members.view",
                "members.rehearse",
                "members.provision",
                "members.update",
                "members.deactivate",
                "members.remove",
                "groups.create",
                "groups.update",
                "groups.remove",
                "retention.set",
                "retention.download"
            })
    void allowsAPartnerAdminInPersonAndThroughAServiceAndNobodyWithoutARole(String action) {
        assertThat(POLICY.decide(Requests.member(action, Role.PARTNER_ADMIN)).allowed())
                .isTrue();
        assertThat(POLICY.decide(Requests.service(action, Role.PARTNER_ADMIN)).allowed())
                .isTrue();
        assertThat(POLICY.decide(Requests.member(action)).allowed()).isFalse();
        assertThat(POLICY.decide(Requests.member(action, Role.OPERATOR)).allowed())
                .isFalse();
        assertThat(POLICY.decide(Requests.member(action, Role.APPROVER)).allowed())
                .isFalse();
        assertThat(POLICY.decide(Requests.system(action)).allowed()).isFalse();
        assertThat(POLICY.decide(Requests.by(new Actor(Actor.Type.PLAYBOOK, "pb-1"), action, Role.PARTNER_ADMIN))
                        .allowed())
                .isFalse();
    }

    @Test
    void allowsAnEvaluatorOnlyEvidenceDocumentsWhatProvesTheLogAndTheDecisionsOnRecord() {
        assertThat(Requests.RESOURCE_OF.keySet().stream()
                        .filter(action -> POLICY.wouldAllow(Requests.member(action, Role.EVALUATOR))))
                .containsExactly(
                        "receipts.export-evidence",
                        "receipts.anchor-log",
                        "receipts.check-log",
                        "assurance.issue-document",
                        "trustreports.view",
                        "trustreports.issue",
                        "trustreports.download",
                        "trustreports.copy",
                        "reliability.view",
                        "evaluation.view",
                        "evaluation.begin",
                        "evaluation.issue-document",
                        "evaluation.sign-memo",
                        "trustcentre.view",
                        "delivery.view",
                        "delivery.share",
                        "delivery.revoke",
                        "delivery.follow",
                        "entities.read",
                        "feedback.submit",
                        "flags.evaluate",
                        "ledger.view",
                        "retention.view",
                        "retention.download");
    }

    @Test
    void letsEveryRoleOfTheTenantReadEntitiesButOnlyAnAdminThoseThatArePeople() {
        for (var role : Role.values()) {
            assertThat(POLICY.wouldAllow(reading("service", role)))
                    .as(role.wire())
                    .isEqualTo(!role.isPlatformOnly());
            assertThat(POLICY.wouldAllow(reading("person", role)))
                    .as(role.wire())
                    .isEqualTo(role == Role.PARTNER_ADMIN);
        }
        assertThat(POLICY.wouldAllow(Requests.member("entities.read"))).isFalse();
        assertThat(POLICY.decide(reading("user", Role.EVALUATOR)).reasonCodes())
                .containsExactly("entities.people-by-admins-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entities.link", "entities.unlink"})
    void letsAdminsAndOperatorsLinkEntitiesButOnlyAnAdminThoseThatArePeople(String action) {
        for (var role : Role.values()) {
            assertThat(POLICY.wouldAllow(about(action, "service", role)))
                    .as(role.wire())
                    .isEqualTo(role == Role.PARTNER_ADMIN || role == Role.OPERATOR);
            assertThat(POLICY.wouldAllow(about(action, "person", role)))
                    .as(role.wire())
                    .isEqualTo(role == Role.PARTNER_ADMIN);
        }
        assertThat(POLICY.wouldAllow(Requests.service(action, Role.OPERATOR))).isTrue();
        assertThat(POLICY.wouldAllow(Requests.system(action))).isFalse();
    }

    private static PolicyRequest reading(String type, Role role) {
        return about("entities.read", type, role);
    }

    private static PolicyRequest about(String action, String type, Role role) {
        var request = Requests.member(action, role);
        return PolicyRequest.of(
                request.caller(), request.action(), new ResourceRef("GraphEntity", "any", Map.of("type", type)));
    }

    @Test
    void showsFiguresToAdminsOperatorsAndApproversInPersonAndThroughAService() {
        for (var role : Role.values()) {
            boolean may = role == Role.PARTNER_ADMIN || role == Role.OPERATOR || role == Role.APPROVER;
            assertThat(POLICY.wouldAllow(Requests.member("success.view", role)))
                    .as(role.wire())
                    .isEqualTo(may);
            assertThat(POLICY.wouldAllow(Requests.service("success.view", role)))
                    .as(role.wire())
                    .isEqualTo(may);
        }
        assertThat(POLICY.wouldAllow(Requests.system("success.view"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivery.test", "delivery.replay"})
    void letsAdminsAndOperatorsSendToDestinations(String action) {
        for (var role : Role.values()) {
            assertThat(POLICY.wouldAllow(Requests.member(action, role)))
                    .as(role.wire())
                    .isEqualTo(role == Role.PARTNER_ADMIN || role == Role.OPERATOR);
        }
        assertThat(POLICY.wouldAllow(Requests.system(action))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivery.send", "delivery.disable"})
    void letsNobodyButThePortalCarryDeliveries(String action) {
        for (var role : Role.values()) {
            assertThat(POLICY.wouldAllow(Requests.member(action, role)))
                    .as(role.wire())
                    .isFalse();
        }
        assertThat(POLICY.wouldAllow(Requests.system(action))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trustcentre.request",
                "trustcentre.accept-terms",
                "trustcentre.download",
                "assurance.issue-document",
                "trustreports.view",
                "trustreports.download",
                "trustreports.copy"
            })
    void letsTheTrustCentreHandOutAndNoOtherPartOfThePortal(String action) {
        assertThat(POLICY.wouldAllow(Requests.by(Actor.system("trust-centre"), action)))
                .isTrue();
        assertThat(POLICY.wouldAllow(Requests.system(action))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trustcentre.request", "trustcentre.accept-terms", "trustcentre.download"})
    void letsNobodyActAsAStranger(String action) {
        for (var role : Role.values()) {
            assertThat(POLICY.wouldAllow(Requests.member(action, role)))
                    .as(role.wire())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trustcentre.decide", "trustcentre.revoke"})
    void letsPartnerAdminsAndApproversDecideAboutAccess(String action) {
        for (var role : Role.values()) {
            assertThat(POLICY.wouldAllow(Requests.member(action, role)))
                    .as(role.wire())
                    .isEqualTo(role == Role.PARTNER_ADMIN || role == Role.APPROVER);
        }
        assertThat(POLICY.wouldAllow(Requests.by(Actor.system("trust-centre"), action)))
                .isFalse();
    }

    @Test
    void letsThoseWhoOperateATenantHaveItsFiguresCountedAgain() {
        for (var role : Role.values()) {
            assertThat(POLICY.wouldAllow(Requests.member("success.recount", role)))
                    .as(role.wire())
                    .isEqualTo(role == Role.PARTNER_ADMIN || role == Role.OPERATOR);
        }
        assertThat(POLICY.wouldAllow(Requests.system("success.recount"))).isFalse();
    }

    @Test
    void allowsTheRecoveryLoginToAPartnerAdminInPersonOnly() {
        var action = "administration.use-recovery-login";
        assertThat(POLICY.wouldAllow(Requests.member(action, Role.PARTNER_ADMIN)))
                .isTrue();
        assertThat(POLICY.wouldAllow(Requests.service(action, Role.PARTNER_ADMIN)))
                .isFalse();
        assertThat(POLICY.wouldAllow(Requests.member(action, Role.EVALUATOR))).isFalse();
    }

    @Test
    void letsThePortalPurgeWhatIsDueAndNobodyElseEndAPurgeNorAServiceHold() {
        assertThat(POLICY.wouldAllow(Requests.system("retention.purge"))).isTrue();
        assertThat(POLICY.wouldAllow(Requests.system("retention.complete-purge")))
                .isTrue();
        assertThat(POLICY.wouldAllow(Requests.system("retention.set"))).isFalse();
        assertThat(POLICY.wouldAllow(Requests.member("retention.purge", Role.PARTNER_ADMIN)))
                .isTrue();
        assertThat(POLICY.wouldAllow(Requests.member("retention.purge", Role.APPROVER, Role.OPERATOR, Role.EVALUATOR)))
                .isFalse();
        assertThat(POLICY.wouldAllow(Requests.member("retention.complete-purge", Role.PARTNER_ADMIN)))
                .isFalse();
        for (var action : List.of("retention.hold", "retention.release")) {
            assertThat(POLICY.wouldAllow(Requests.member(action, Role.PARTNER_ADMIN)))
                    .isTrue();
            assertThat(POLICY.wouldAllow(Requests.service(action, Role.PARTNER_ADMIN)))
                    .isFalse();
        }
    }

    @Test
    void letsOnlyThePortalItselfRefuseALogin() {
        var action = "administration.refuse-login";
        assertThat(POLICY.wouldAllow(Requests.system(action))).isTrue();
        assertThat(POLICY.wouldAllow(Requests.member(action, Role.PARTNER_ADMIN)))
                .isFalse();
    }

    @Test
    void keepsPlatformRolesOutEvenWithATenantsRoleBeside() {
        for (var role : Role.values()) {
            var decision = POLICY.decide(Requests.member("imports.plan", Role.PARTNER_ADMIN, role));
            assertThat(decision.allowed()).as(role.wire()).isEqualTo(!role.isPlatformOnly());
            if (role.isPlatformOnly()) {
                assertThat(decision.determiningPolicies()).containsExactly("administration.platform-roles-stay-out");
            }
        }
    }

    @Test
    void letsAPlatformAdminLookAfterKeysFlagsPoliciesRunsRetentionIncidentsAndIsolationAndAfterNothingElse() {
        var inPerson = List.of("policy.activate", "policy.shadow");
        for (var action : Requests.RESOURCE_OF.keySet()) {
            boolean flags = action.startsWith("flags.") && !action.equals("flags.advance-ramp");
            boolean decisions = action.startsWith("ledger.") || action.equals("roadmap.view");
            boolean levels = action.startsWith("reliability.") && !action.equals("reliability.alert");
            boolean apart = action.startsWith("isolation.") || action.startsWith("incidents.");
            boolean drills = action.startsWith("drills.");
            assertThat(POLICY.wouldAllow(Requests.member(action, Role.PLATFORM_ADMIN)))
                    .as(action)
                    .isEqualTo(action.startsWith("keys.")
                            || action.startsWith("policy.")
                            || flags
                            || action.startsWith("runs.")
                            || decisions
                            || levels
                            || apart
                            || action.startsWith("retention.") && !action.equals("retention.complete-purge")
                            || drills
                            || List.of("approvals.view", "feedback.submit").contains(action));
            assertThat(POLICY.wouldAllow(Requests.service(action, Role.PLATFORM_ADMIN)))
                    .as(action)
                    .isEqualTo(action.startsWith("keys.")
                            || action.startsWith("policy.") && !inPerson.contains(action)
                            || action.startsWith("runs.")
                            || levels
                            || apart
                            || drills
                            || List.of(
                                            "feedback.submit",
                                            "flags.view",
                                            "flags.evaluate",
                                            "flags.ramp",
                                            "roadmap.view",
                                            "ledger.view",
                                            "retention.view",
                                            "retention.set",
                                            "retention.purge",
                                            "retention.download")
                                    .contains(action));
        }
        assertThat(POLICY.wouldAllow(Requests.member("keys.rotate", Role.PARTNER_ADMIN, Role.FINANCE)))
                .isFalse();
        assertThat(POLICY.wouldAllow(Requests.member("keys.rotate", Role.OPERATOR)))
                .isFalse();
    }

    @Test
    void letsAPmRunTheBoardAndTheRoadmapInPersonCompareTenantsLookAtFlagsAndPoliciesAndNothingElse() {
        for (var action : Requests.RESOURCE_OF.keySet()) {
            boolean board = action.startsWith("feedback.")
                    && !action.equals("feedback.view")
                    && !action.equals("feedback.raise-alarm");
            boolean looks = List.of(
                            "flags.view",
                            "flags.evaluate",
                            "policy.view",
                            "reliability.view",
                            "isolation.view",
                            "drills.view")
                    .contains(action);
            assertThat(POLICY.wouldAllow(Requests.member(action, Role.PM)))
                    .as(action)
                    .isEqualTo(board
                            || looks
                            || action.startsWith("roadmap.")
                            || action.startsWith("ledger.")
                            || List.of(
                                            "approvals.view",
                                            "success.view-tenants",
                                            "success.read-tenant",
                                            "evaluation.view-tenants",
                                            "evaluation.read-memo",
                                            "evaluation.countersign-memo",
                                            "evaluation.decline-memo")
                                    .contains(action));
            assertThat(POLICY.wouldAllow(Requests.service(action, Role.PM)))
                    .as(action)
                    .isEqualTo(looks
                            || List.of(
                                            "feedback.submit",
                                            "feedback.view-board",
                                            "success.view-tenants",
                                            "evaluation.view-tenants",
                                            "roadmap.view",
                                            "ledger.view")
                                    .contains(action));
        }
        for (var role : Role.values()) {
            assertThat(POLICY.wouldAllow(Requests.member("feedback.submit", role)))
                    .as(role.wire())
                    .isTrue();
            assertThat(POLICY.wouldAllow(Requests.member("feedback.read-text", role)))
                    .as(role.wire())
                    .isEqualTo(role == Role.PM);
        }
        assertThat(POLICY.wouldAllow(Requests.system("feedback.raise-alarm"))).isTrue();
        assertThat(POLICY.wouldAllow(Requests.system("feedback.move"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flags.change", "policy.activate"})
    void letsAPlatformAdminAskAndBothPlatformRolesDecideInPersonWhatThePlatformItselfAsks(String asked) {
        for (var role : Role.values()) {
            boolean decides = role == Role.PLATFORM_ADMIN || role == Role.PM;
            assertThat(POLICY.wouldAllow(
                            asking("approvals.request", asked, Requests.member("approvals.request", role))))
                    .as(role.wire())
                    .isEqualTo(List.of(Role.PLATFORM_ADMIN, Role.PARTNER_ADMIN, Role.OPERATOR)
                            .contains(role));
            assertThat(POLICY.wouldAllow(asking("approvals.decide", asked, Requests.member("approvals.decide", role))))
                    .as(role.wire())
                    .isEqualTo(decides || role == Role.APPROVER);
            assertThat(POLICY.wouldAllow(asking("approvals.decide", asked, Requests.service("approvals.decide", role))))
                    .as(role.wire())
                    .isEqualTo(role == Role.APPROVER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"imports.commit", "groups.update", "runs.command", "flagsXchange"})
    void keepsPlatformRolesOutOfWhatTenantsAsk(String asked) {
        for (var role : List.of(Role.PLATFORM_ADMIN, Role.PM)) {
            for (var action : List.of("approvals.request", "approvals.decide")) {
                assertThat(POLICY.decide(asking(action, asked, Requests.member(action, role, Role.APPROVER)))
                                .determiningPolicies())
                        .containsExactly("administration.platform-roles-stay-out");
            }
        }
    }

    @Test
    void letsPlatformAdminsDecideInPersonAboutStepsOfThePlatformsOwnRuns() {
        var asked = Map.<String, Object>of("asked", "runs.step", "namedRole", "platform-admin");
        for (var role : Role.values()) {
            assertThat(POLICY.wouldAllow(about(Requests.member("approvals.decide", role), asked)))
                    .as(role.wire())
                    .isEqualTo(role == Role.PLATFORM_ADMIN);
            assertThat(POLICY.wouldAllow(about(Requests.service("approvals.decide", role), asked)))
                    .as(role.wire())
                    .isFalse();
        }
        var ofTenant = Map.<String, Object>of("asked", "runs.step", "namedRole", "approver");
        assertThat(POLICY.wouldAllow(
                        about(Requests.member("approvals.decide", Role.PLATFORM_ADMIN, Role.APPROVER), ofTenant)))
                .isFalse();
        assertThat(POLICY.wouldAllow(asking(
                        "approvals.request", "runs.step", Requests.member("approvals.request", Role.PLATFORM_ADMIN))))
                .isTrue();
    }

    private static PolicyRequest about(PolicyRequest request, Map<String, Object> context) {
        return new PolicyRequest(request.caller(), request.action(), request.resource(), context);
    }

    @Test
    void letsNoPlatformRoleDecideItsOwnRequest() {
        var request = Requests.member("approvals.decide", Role.PLATFORM_ADMIN, Role.PM);
        var own = new PolicyRequest(
                request.caller(),
                request.action(),
                request.resource(),
                Map.of("asked", "flags.change", "ownRequest", true));
        assertThat(POLICY.decide(own).determiningPolicies()).containsExactly("approvals.decide-by-somebody-else");
    }

    private static PolicyRequest asking(String action, String asked, PolicyRequest request) {
        return new PolicyRequest(request.caller(), new ActionId(action), request.resource(), Map.of("asked", asked));
    }

    @Test
    void saysWhichRuleForbidsWhyAndWhatToDo() {
        var decision = POLICY.decide(Requests.member("imports.commit", Role.OPERATOR));
        assertThat(decision.determiningPolicies()).containsExactly("imports.commit-by-admins-only");
        assertThat(decision.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("imports.commit-by-admins-only");
            assertThat(reason.why()).contains("only a partner-admin may commit");
            assertThat(reason.help()).startsWith("Ask a partner-admin");
        });
    }

    @Test
    void namesTheRolesThatCouldWhereNothingPermits() {
        var plan = POLICY.decide(Requests.member("imports.plan", Role.OPERATOR));
        assertThat(plan.reasonCodes()).containsExactly("no-permit");
        assertThat(plan.determiningPolicies()).isEmpty();
        assertThat(plan.reasons().getFirst().help()).isEqualTo("A partner-admin can do this.");
        var export = POLICY.decide(Requests.member("receipts.export-evidence"));
        assertThat(export.reasons().getFirst().help()).isEqualTo("A partner-admin or an evaluator can do this.");
        var refuse = POLICY.decide(Requests.member("administration.refuse-login"));
        assertThat(refuse.reasons().getFirst().help()).startsWith("No single role may do this here.");
    }

    @Test
    void namesThePolicyThatAllowsAndTheBundleItIsIn() {
        var decision = POLICY.decide(Requests.member("imports.commit", Role.PARTNER_ADMIN));
        assertThat(decision.determiningPolicies()).containsExactly("imports.commit");
        assertThat(decision.reasons()).isEmpty();
        assertThat(decision.bundleDigest()).isEqualTo(BUNDLE.digest());
        assertThat(decision.decidedAt()).isEqualTo(NOW);
    }

    @Test
    void deniesWhatTheSchemaDoesNotKnow() {
        var action = POLICY.decide(Requests.member("imports.revert", Role.PARTNER_ADMIN));
        assertThat(action.reasonCodes()).containsExactly("evaluation-error");
        var context = new PolicyRequest(
                Requests.member("imports.commit", Role.PARTNER_ADMIN).caller(),
                new ActionId("imports.commit"),
                ResourceRef.of("Import", "x-1"),
                Map.of("percnet", 4L));
        assertThat(POLICY.decide(context).reasonCodes()).containsExactly("evaluation-error");
        var type = new PolicyRequest(context.caller(), context.action(), ResourceRef.of("Runbook", "x-1"), Map.of());
        assertThat(POLICY.decide(type).reasonCodes()).containsExactly("evaluation-error");
    }

    @Test
    void takesTheContextOfACommit() {
        var request = new PolicyRequest(
                Requests.member("imports.commit", Role.PARTNER_ADMIN).caller(),
                new ActionId("imports.commit"),
                new ResourceRef("Import", "x-1", Map.of("kind", "identities")),
                Map.of("raisesPrivileges", true, "changes", 7L, "members", 50L, "percent", 14L, "ticked", 2L));
        assertThat(POLICY.decide(request).allowed()).isTrue();
    }

    @Test
    void deniesWhenAPolicyCannotBeEvaluatedThoughAnotherPermits() {
        var files = new HashMap<>(PolicyFiles.ofClasspath());
        files.put("zz.cedar", """
                @id("imports.overflow")
                @why("w")
                @help("h")
                forbid (principal, action == Action::"imports.commit", resource)
                when { context has changes && context.changes * 9223372036854775807 > 1 };
                """);
        var request = Requests.member("imports.commit", Role.PARTNER_ADMIN);
        var point = pointFor(PolicyBundle.of(files));
        assertThat(point.decide(request).allowed()).isTrue();
        var broken = point.decide(
                new PolicyRequest(request.caller(), request.action(), request.resource(), Map.of("changes", 9L)));
        assertThat(broken.allowed()).isFalse();
        assertThat(broken.reasonCodes()).containsExactly("evaluation-error");
    }

    @Test
    void answersOnSlicesWhatTheWholeSetAnswers() throws Exception {
        var random = new Random(2026);
        var actions = new ArrayList<>(Requests.RESOURCE_OF.keySet());
        for (int i = 0; i < 100; i++) {
            var request = random(random, actions);
            var cedar = new CedarRequests(BUNDLE.schema()).of(request);
            var whole = new BasicAuthorizationEngine()
                    .isAuthorized(cedar.request(), BUNDLE.whole(), cedar.entities())
                    .success
                    .orElseThrow();
            var decision = POLICY.decide(request);
            assertThat(decision.allowed()).as("%s", request).isEqualTo(whole.isAllowed());
            assertThat(decision.determiningPolicies()).containsExactlyElementsOf(new TreeSet<>(whole.getReason()));
        }
    }

    @Test
    void answersManyThreadsAtOnce() throws Exception {
        var allowed = Requests.member("imports.commit", Role.PARTNER_ADMIN);
        var denied = Requests.member("imports.commit", Role.EVALUATOR);
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> both = () -> POLICY.wouldAllow(allowed) && !POLICY.wouldAllow(denied);
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(200, both))) {
                assertThat(answer.get()).isTrue();
            }
        }
    }

    private static PolicyRequest random(Random random, List<String> actions) {
        var roles = Arrays.stream(Role.values())
                .filter(role -> random.nextInt(4) == 0)
                .toArray(Role[]::new);
        var action = actions.get(random.nextInt(actions.size()));
        return switch (random.nextInt(4)) {
            case 0 -> Requests.service(action, roles);
            case 1 -> Requests.system(action);
            default -> Requests.member(action, roles);
        };
    }

    /** The rows are tested elsewhere: nothing here records a decision, so nothing is behind the data source. */
    private static PolicyDecisionPoint pointFor(PolicyBundle bundle) {
        var loaded = LoadedBundle.of(bundle);
        return new CedarDecisionPoint(
                () -> InForce.only(loaded),
                new Shadow(Duration.ofMillis(50), new SimpleMeterRegistry()),
                new Decisions(JdbcClient.create(new DriverManagerDataSource())),
                new FixedCorrelations(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
