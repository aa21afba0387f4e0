package io.switchboard.control.flags;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.ReceiptDetail.Disclosure;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlagChangesTest {

    private static final Instant BEGIN = Instant.parse("2026-05-04T10:00:00Z");
    private static final CohortKey PILOT = new CohortKey("pilot");

    private final SteppedClock clock = new SteppedClock(BEGIN);
    private final FlagsKit kit = new FlagsKit(clock);
    private final Rule acmeOn = new Rule(new Target.OneTenant(kit.acme), true);

    @Test
    void everyChangeHasItsDifferenceInItsReceipt() {
        kit.created();
        var flag = kit.rows.flag(FlagsKit.KEY).orElseThrow();
        var ended = kit.changes
                .rule(kit.root, FlagsKit.KEY, flag.version(), List.of(acmeOn), "They asked for it.")
                .orElseThrow();
        kit.deliver();
        var receipt = kit.kit.query().detail(kit.platform, ended.receipt().id()).orElseThrow();
        assertThat(receipt.payload().toString())
                .contains("rules.before=none", "rules.after=tenant:" + kit.acme + "=on", "change=ruled")
                .doesNotContain("They asked");
        assertThat(receipt.disclosures())
                .extracting(Disclosure::value)
                .contains("rules: none → tenant:" + kit.acme + "=on", "They asked for it.");
        var history = kit.desk.history(kit.pam, FlagsKit.KEY);
        assertThat(history).extracting(Change::kind).containsExactly(ChangeKind.RULED, ChangeKind.CREATED);
        assertThat(history).allSatisfy(change -> assertThat(change.receipt()).isPresent());
        assertThat(history.getFirst().reason()).contains("They asked for it.");
        assertThat(history.getFirst().receipt()).contains(ended.receipt().id());
    }

    @Test
    void onlyAPlatformAdminInPersonChangesAndAPmLooks() {
        kit.created();
        assertThat(kit.changes.create(kit.pam, new FlagKey("other"), FlagsKit.DRAFT))
                .isInstanceOf(Enforced.Refused.class);
        assertThat(kit.changes.kill(kit.pam, FlagsKit.KEY, "Because.").orElseThrow())
                .isInstanceOf(Enforced.Refused.class);
        assertThat(kit.desk.againstViewing(kit.pam)).isEmpty();
        var ada = member(kit.acme, Role.PARTNER_ADMIN);
        assertThat(kit.desk.againstViewing(ada)).isPresent();
        assertThat(kit.changes.create(ada, new FlagKey("other"), FlagsKit.DRAFT))
                .isInstanceOf(Enforced.Refused.class);
        assertThat(kit.changes.kill(ada, FlagsKit.KEY, "Because."))
                .as("not there for another tenant")
                .isEmpty();
        assertThat(kit.desk.evaluations(ada)).extracting(Evaluation::key).containsExactly(FlagsKit.KEY);
        var lost = new Caller(kit.acme, Actor.user(MemberId.random()), Set.of(Role.PLATFORM_ADMIN));
        assertThat(kit.desk.now(lost)).as("platform's role, other tenant").isEqualTo(Snapshot.EMPTY);
        assertThat(FlagsKit.code(kit.changes.create(lost, new FlagKey("other"), FlagsKit.DRAFT)))
                .isEqualTo("not-here");
    }

    private static Caller member(TenantId tenant, Role role) {
        return new Caller(tenant, Actor.user(MemberId.random()), Set.of(role));
    }

    @Test
    void killIsServedAtOnceHereAndOnOtherNodesWhenTheyLook() {
        kit.created();
        kit.ruled(acmeOn);
        var other = kit.node();
        other.refresh();
        assertThat(kit.evaluate(kit.acme).value()).isTrue();
        assertThat(other.evaluate(FlagsKit.KEY, kit.acme).orElseThrow().value()).isTrue();
        kit.done(kit.changes.kill(kit.root, FlagsKit.KEY, "Imports fail.").orElseThrow());
        assertThat(kit.evaluate(kit.acme).reason()).isEqualTo(Reason.DISABLED);
        other.refresh();
        assertThat(other.evaluate(FlagsKit.KEY, kit.acme).orElseThrow().value()).isFalse();
        kit.done(kit.changes.restore(kit.root, FlagsKit.KEY, "Mended.").orElseThrow());
        assertThat(kit.evaluate(kit.acme).value()).as("its rules were kept").isTrue();
    }

    @Test
    void refusesWhatIsWrongWithASentence() {
        kit.created();
        assertThat(FlagsKit.code(kit.changes.create(kit.root, FlagsKit.KEY, FlagsKit.DRAFT)))
                .isEqualTo("key-taken");
        assertThat(FlagsKit.code(
                        kit.changes.create(kit.root, new FlagKey("x"), new FlagDraft(" ", Optional.empty(), false))))
                .isEqualTo("bad-title");
        assertThat(FlagsKit.code(kit.changes.create(
                        kit.root, new FlagKey("x"), new FlagDraft("X", Optional.of(MemberId.random()), false))))
                .isEqualTo("unknown-owner");
        assertThat(FlagsKit.code(kit.changes.kill(kit.root, FlagsKit.KEY, " ").orElseThrow()))
                .isEqualTo("no-reason");
        assertThat(FlagsKit.code(rule(1, new Rule(new Target.OneTenant(TenantId.random()), true))))
                .isEqualTo("unknown-tenant");
        assertThat(FlagsKit.code(rule(1, new Rule(new Target.InCohort(PILOT), true))))
                .isEqualTo("unknown-cohort");
        assertThat(FlagsKit.code(rule(1))).isEqualTo("nothing-changed");
        assertThat(FlagsKit.code(rule(1, Collections.nCopies(51, acmeOn).toArray(Rule[]::new))))
                .isEqualTo("too-many-rules");
        assertThat(kit.changes.kill(kit.root, new FlagKey("never-made"), "Because."))
                .isEmpty();
    }

    private Enforced<Flag> rule(int version, Rule... rules) {
        return kit.changes
                .rule(kit.root, FlagsKit.KEY, version, List.of(rules), "")
                .orElseThrow();
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseChangedMeanwhile() {
        kit.created();
        kit.ruled(acmeOn);
        assertThat(FlagsKit.code(rule(1))).isEqualTo("changed-meanwhile");
        assertThat(kit.changes.kill(kit.root, FlagsKit.KEY, "It burns.").orElseThrow())
                .as("a kill never waits for anybody")
                .isInstanceOf(Enforced.Done.class);
    }

    @Test
    void aCohortIsANamedSetOfTenants() {
        kit.created();
        kit.done(kit.changes.enlist(kit.root, PILOT, 0, "Week 19", Set.of(kit.acme)));
        kit.ruled(new Rule(new Target.InCohort(PILOT), true));
        assertThat(kit.evaluate(kit.acme).value()).isTrue();
        assertThat(kit.evaluate(kit.globex).value()).isFalse();
        assertThat(FlagsKit.code(kit.changes.enlist(kit.root, PILOT, 0, "Again", Set.of())))
                .isEqualTo("key-taken");
        assertThat(FlagsKit.code(kit.changes.enlist(kit.root, PILOT, 7, "Again", Set.of())))
                .isEqualTo("changed-meanwhile");
        kit.done(kit.changes.enlist(kit.root, PILOT, 1, "Week 19", Set.of(kit.globex)));
        assertThat(kit.evaluate(kit.acme).value()).isFalse();
        assertThat(kit.evaluate(kit.globex).value()).isTrue();
        assertThat(kit.desk.history(kit.pam, PILOT))
                .allSatisfy(change -> assertThat(change.receipt()).isPresent());
    }

    @Test
    void saysHowEverythingStoodAtAnyTime() {
        kit.created();
        kit.done(kit.changes.enlist(kit.root, PILOT, 0, "Week 19", Set.of(kit.acme)));
        clock.pass(Duration.ofHours(1));
        kit.ruled(new Rule(new Target.InCohort(PILOT), true));
        clock.pass(Duration.ofHours(1));
        kit.done(kit.changes.enlist(kit.root, PILOT, 1, "Week 19", Set.of(kit.globex)));
        clock.pass(Duration.ofHours(1));
        kit.done(kit.changes.kill(kit.root, FlagsKit.KEY, "It burns.").orElseThrow());
        assertThat(then(-1, kit.acme)).isEmpty();
        assertThat(then(30, kit.acme)).contains(Reason.DEFAULT);
        assertThat(then(60, kit.acme)).as("from the moment on").contains(Reason.TARGETING_MATCH);
        assertThat(then(119, kit.globex)).contains(Reason.DEFAULT);
        assertThat(then(120, kit.globex)).contains(Reason.TARGETING_MATCH);
        assertThat(then(150, kit.acme)).contains(Reason.DEFAULT);
        assertThat(then(180, kit.globex)).contains(Reason.DISABLED);
    }

    private Optional<Reason> then(long minutes, TenantId tenant) {
        return kit.desk
                .at(kit.pam, BEGIN.plus(Duration.ofMinutes(minutes)))
                .evaluate(FlagsKit.KEY, tenant)
                .map(Evaluation::reason);
    }

    @Test
    void theHistoryAloneComesToWhatIsServedInWhateverOrderItIsRead() {
        kit.created();
        kit.done(kit.changes.enlist(kit.root, PILOT, 0, "Week 19", Set.of(kit.acme)));
        kit.ruled(new Rule(new Target.InCohort(PILOT), true), new Rule(new Target.Share(30), true));
        kit.done(kit.changes.kill(kit.root, FlagsKit.KEY, "It burns.").orElseThrow());
        var changes = new ArrayList<>(kit.rows.changes(Definitions.FLAG, "new-diff", 100));
        changes.addAll(kit.rows.changes(Definitions.COHORT, "pilot", 100));
        Collections.shuffle(changes, new java.util.Random(7));
        assertThat(Snapshot.at(clock.instant(), changes))
                .isEqualTo(kit.rows.load())
                .isEqualTo(kit.desk.now(kit.pam));
    }

    @Test
    void timeDoesNotRunBackwardsWhereANodesClockIsBehind() {
        clock.pass(Duration.ofMinutes(5));
        kit.created();
        clock.pass(Duration.ofMinutes(-2));
        assertThat(kit.ruled(acmeOn).changedAt()).isEqualTo(BEGIN.plus(Duration.ofMinutes(5)));
    }
}
