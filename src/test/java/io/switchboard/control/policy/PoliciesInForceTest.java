package io.switchboard.control.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class PoliciesInForceTest {

    private static final String FORBIDS = "imports.never";
    private static PolicyKit kit;

    @BeforeAll
    static void database() {
        kit = PolicyKit.fresh(Clock.systemUTC());
    }

    @BeforeEach
    void empty() {
        kit.jdbc
                .sql("UPDATE policy_standing SET active = NULL, shadow = NULL, chosen = FALSE, revision = revision + 1")
                .update();
        kit.jdbc.sql("DELETE FROM policy_version").update();
        kit.started();
    }

    private static BundleFiles forbidding() {
        return PolicyKit.with(FORBIDS, "forbid", "imports.plan", "true");
    }

    private static boolean plans(PolicyDecisionPoint point) {
        return point.wouldAllow(Requests.member("imports.plan", Role.PARTNER_ADMIN));
    }

    @Test
    void theReleasesOwnFilesAreTheFirstVersionAndItIsSigned() {
        kit.started();
        assertThat(plans(kit.node())).isTrue();
        assertThat(kit.versions.all()).singleElement().satisfies(first -> {
            assertThat(first.digest()).isEqualTo(PolicyKit.own().digest());
            assertThat(first.state()).isEqualTo(VersionState.ACTIVE);
            assertThat(first.ofRelease()).isTrue();
            assertThat(first.statement()).isPresent();
        });
    }

    @Test
    void everyNodeFollowsTheActiveVersionAndRefusesInItsWords() {
        var node = kit.looking();
        var point = kit.point(node);
        int second = kit.propose(forbidding());
        node.refresh();
        assertThat(plans(point)).isTrue();
        kit.activate(second);
        node.refresh();
        var decision = point.decide(Requests.member("imports.plan", Role.PARTNER_ADMIN));
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasons()).extracting(Decision.Reason::why).containsExactly("Because of imports.never.");
        assertThat(decision.bundleDigest()).isEqualTo(forbidding().digest());
        assertThat(kit.versions.find(1).orElseThrow().state()).isEqualTo(VersionState.SUPERSEDED);
        kit.activate(1);
        node.refresh();
        assertThat(plans(point)).isTrue();
    }

    @Test
    void aNewReleaseIsActiveAtOnceUntilAPersonHasChosenAndOnlyProposedFromThenOn() {
        kit.started(forbidding());
        assertThat(kit.versions.find(2).orElseThrow().state()).isEqualTo(VersionState.ACTIVE);
        kit.activate(1);
        kit.started(PolicyKit.with("imports.later", "forbid", "imports.plan", "true"));
        assertThat(kit.versions.find(3).orElseThrow().state()).isEqualTo(VersionState.PROPOSED);
        assertThat(kit.versions.active().orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void aVersionThatIsNotWhatWasSignedDeniesEverythingAndReadinessSaysWhy() {
        int second = kit.propose(forbidding());
        kit.activate(second);
        var other = PolicyKit.with("imports.open", "permit", "imports.plan", "true");
        kit.jdbc
                .sql("UPDATE policy_version SET files = ?, digest = ? WHERE number = ?")
                .params(
                        new tools.jackson.databind.json.JsonMapper().writeValueAsString(other.texts()),
                        other.digest().hex(),
                        second)
                .update();
        var node = kit.looking();
        var decision = kit.point(node).decide(Requests.member("imports.plan", Role.PARTNER_ADMIN));
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasonCodes()).containsExactly("policies-unavailable");
        var health = new PoliciesHealth(node).health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(health.getDetails().get("problem"))).contains("Version 2", "signed");
    }

    @Test
    void aVersionInShadowIsAskedBesideTheActiveOneAndChangesNothing() {
        int second = kit.propose(forbidding());
        kit.shadow(Optional.of(second));
        var point = kit.node();
        var decision = point.decide(Requests.member("imports.plan", Role.PARTNER_ADMIN));
        point.record(decision);
        var kept = kit.decisions.find(Requests.TENANT, decision.id()).orElseThrow();
        assertThat(kept.enforced()).isEqualTo(Evaluated.Verdict.ALLOWED);
        assertThat(kept.evaluated())
                .contains(new Evaluated(second, Evaluated.Verdict.DENIED, java.util.List.of(FORBIDS)));
        kit.shadow(Optional.empty());
        var without = kit.node();
        var later = without.decide(Requests.member("imports.plan", Role.PARTNER_ADMIN));
        without.record(later);
        assertThat(kit.decisions.find(Requests.TENANT, later.id()).orElseThrow().evaluated())
                .isEmpty();
    }

    /** Cedar's cache refuses a policy set where it holds 1,024, and each version takes one for every action. */
    @Test
    void manyVersionsHaveRoomBesideEachOther() {
        var held = new ArrayList<LoadedBundle>();
        for (int i = 0; i < 16; i++) {
            held.add(LoadedBundle.of(
                    PolicyBundle.of(PolicyKit.with("imports.v" + i, "forbid", "imports.plan", "true"))));
        }
        assertThat(held.stream()
                        .mapToInt(one -> one.evaluator().slices().actions().size())
                        .sum())
                .isGreaterThan(1_024);
        assertThat(held)
                .allMatch(one -> !one.evaluator()
                        .evaluate(Requests.member("imports.plan", Role.PARTNER_ADMIN))
                        .isAllowed());
    }
}
