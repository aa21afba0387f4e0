package io.switchboard.control.flags;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.approvals.TestApprovals;
import io.switchboard.control.approvals.Verdict;
import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.OutcomeCounts;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.platform.identity.RolesNow;
import io.switchboard.platform.identity.TestMembers;
import io.switchboard.platform.signing.SteppedClock;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.TestTenants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each test has a flag of its own on one database. */
class RampsTest {

    private static final Hold HOUR = new Hold.For(Duration.ofHours(1));
    private static final SteppedClock CLOCK = new SteppedClock(Instant.parse("2026-05-04T10:00:00Z"));
    private static final FlagsKit KIT = new FlagsKit(CLOCK);
    private static int made;

    private final TestApprovals approvals = TestApprovals.on(KIT.kit);
    private final FlagKey key = new FlagKey("ramped-" + ++made);
    private final RampWork work = work();
    private final RampDesk desk = desk();

    private static RampSight sight(TestApprovals approvals) {
        var outcomes = new OutcomeCounts(KIT.kit.jdbc());
        return new RampSight(
                KIT.rows,
                KIT.owner,
                TestTenants.on(KIT.kit.jdbc(), CLOCK),
                approvals.approvals(),
                outcomes,
                List.of(new FailedActions(outcomes)),
                CLOCK);
    }

    private RampWork work() {
        var sight = sight(approvals);
        var questions = new RampQuestions(
                new RolesNow(
                        TestMembers.on(KIT.kit.jdbc(), CLOCK),
                        new PlatformTenant(TestTenants.on(KIT.kit.jdbc(), CLOCK))),
                KIT.rows,
                sight,
                KIT.owner);
        return new RampWork(
                KIT.kit.enforcement(),
                KIT.ramps,
                sight,
                new RampWriting(KIT.ramps, KIT.rows, CLOCK),
                questions,
                approvals.approvals(),
                KIT.owner,
                KIT.known,
                CLOCK);
    }

    private RampDesk desk() {
        var sight = sight(approvals);
        return new RampDesk(
                KIT.kit.enforcement(),
                new Viewing(KIT.kit.policy()),
                KIT.ramps,
                new RampWriting(KIT.ramps, KIT.rows, CLOCK),
                sight,
                new RampCheck(KIT.rows, sight, CLOCK),
                work,
                KIT.rows,
                KIT.owner,
                KIT.known,
                CLOCK);
    }

    private Ramp started(Optional<Guardrail> guardrail, RampStep... steps) {
        KIT.done(KIT.changes.create(KIT.root, key, FlagsKit.DRAFT));
        var plan = new RampPlan(List.of(steps), guardrail, Optional.empty());
        KIT.done(desk.start(KIT.root, key, 1, plan, "Slowly.").orElseThrow());
        return ramp();
    }

    private Ramp ramp() {
        return desk.find(KIT.pam, key).orElseThrow();
    }

    private void pass(Duration time) {
        CLOCK.pass(time);
        work.work();
        KIT.deliver();
        approvals.deliver();
    }

    private int percent() {
        return KIT.rows.flag(key).orElseThrow().rules().stream()
                .mapToInt(rule -> ((Target.Share) rule.target()).percent())
                .max()
                .orElse(0);
    }

    private static RampStep step(int percent, Hold hold) {
        return new RampStep(new Target.Share(percent), hold);
    }

    @Test
    void goesStepByStepAndEveryStepHasItsDifferenceInItsReceipt() {
        started(Optional.empty(), step(10, HOUR), step(50, HOUR));
        assertThat(percent()).isEqualTo(10);
        pass(Duration.ofMinutes(59));
        assertThat(percent()).isEqualTo(10);
        pass(Duration.ofMinutes(1));
        assertThat(percent()).isEqualTo(50);
        work.work();
        assertThat(ramp().events()).as("nothing twice").hasSize(3);
        pass(Duration.ofHours(1));
        var events = ramp().events();
        assertThat(events)
                .extracting(RampEvent::kind)
                .containsExactly(
                        RampEvent.Kind.PLANNED, RampEvent.Kind.BEGAN, RampEvent.Kind.BEGAN, RampEvent.Kind.ENDED);
        assertThat(events).allSatisfy(event -> assertThat(event.receipt()).isPresent());
        var receipt = KIT.kit
                .query()
                .detail(KIT.platform, events.get(2).receipt().orElseThrow())
                .orElseThrow();
        assertThat(receipt.payload().toString())
                .contains("rules.before=share:10%=on", "rules.after=share:50%=on", "step=2", "steps=2");
        assertThat(KIT.desk.history(KIT.pam, key))
                .extracting(Change::kind)
                .containsExactly(ChangeKind.RAMPED, ChangeKind.RAMPED, ChangeKind.CREATED);
        assertThat(percent()).as("it stays").isEqualTo(50);
    }

    @Test
    void twoNodesThatMoveItAtOnceMoveItOnce() {
        started(Optional.empty(), step(10, HOUR), step(50, HOUR), step(100, HOUR));
        var seen = ramp();
        CLOCK.pass(Duration.ofHours(1));
        work.work();
        KIT.deliver();
        var late = KIT.kit
                .enforcement()
                .perform(
                        GovernedAction.of(
                                Caller.system(KIT.platform, "ramps"),
                                RampWork.ADVANCE,
                                ResourceRef.of(FlagChanges.FLAG, key.value())),
                        () -> new RampWriting(KIT.ramps, KIT.rows, CLOCK)
                                .moved(
                                        seen,
                                        RampWriting.Move.of(RampEvent.Kind.BEGAN, 1, "", ""),
                                        Actor.system("ramps")));
        assertThat(FlagsKit.code(late)).isEqualTo("moved-meanwhile");
        assertThat(ramp().step()).isEqualTo(1);
        assertThat(percent()).isEqualTo(50);
    }

    @Test
    void aShareByHandIsRefusedWhileItRunsAndOtherRulesAndTheKillSwitchAreNot() {
        started(Optional.empty(), step(10, HOUR), step(50, HOUR));
        var flag = KIT.rows.flag(key).orElseThrow();
        var other = new Rule(new Target.OneTenant(KIT.acme), false);
        var share = new Rule(new Target.Share(99), true);
        var refused = KIT.changes
                .rule(KIT.root, key, flag.version(), List.of(share), "")
                .orElseThrow();
        assertThat(FlagsKit.code(refused)).isEqualTo("ramp-runs");
        KIT.done(KIT.changes
                .rule(KIT.root, key, flag.version(), List.of(other, flag.rules().getFirst()), "")
                .orElseThrow());
        KIT.done(KIT.changes.kill(KIT.root, key, "It burns.").orElseThrow());
        pass(Duration.ZERO);
        assertThat(ramp().last().code()).isEqualTo("kill-switch");
        assertThat(FlagsKit.code(desk.resume(KIT.root, key, "").orElseThrow())).isEqualTo("switched-off");
        KIT.done(KIT.changes.restore(KIT.root, key, "Mended.").orElseThrow());
        KIT.done(desk.rollBack(KIT.root, key, "Not now.").orElseThrow());
        assertThat(KIT.rows.flag(key).orElseThrow().rules()).containsExactly(other);
        assertThat(ramp().state()).isEqualTo(RampState.ROLLED_BACK);
        assertThat(FlagsKit.code(desk.rollBack(KIT.root, key, "Again.").orElseThrow()))
                .isEqualTo("not-active");
    }

    @Test
    void aBrokenGuardrailRollsItBackAndTheReceiptNamesSignalFigureAndBound() {
        started(Optional.of(new Guardrail("failed-actions", 25, 4)), step(100, HOUR));
        pass(Duration.ofHours(1));
        assertThat(ramp().state()).isEqualTo(RampState.HELD);
        assertThat(ramp().last().code()).isEqualTo("no-data");
        assertThat(ramp().step()).isZero();
        for (int i = 0; i < 3; i++) {
            act(false);
        }
        pass(Duration.ofMinutes(1));
        assertThat(ramp().step()).as("3 of at least 4").isZero();
        act(true);
        act(true);
        pass(Duration.ofMinutes(1));
        assertThat(ramp().state()).isEqualTo(RampState.ROLLED_BACK);
        assertThat(ramp().last().says()).isEqualTo("failed-actions: 40 is above the bound of 25.");
        assertThat(KIT.rows.flag(key).orElseThrow().rules()).isEmpty();
        var receipt = KIT.kit
                .query()
                .detail(KIT.platform, ramp().last().receipt().orElseThrow())
                .orElseThrow();
        assertThat(receipt.payload().toString())
                .contains("signal=failed-actions", "figure=40", "bound=25", "sample=5", "rules.after=none");
    }

    /** Something governed by a tenant that has the flag. */
    private void act(boolean fails) {
        KIT.kit
                .enforcement()
                .perform(
                        GovernedAction.of(
                                new Caller(KIT.acme, Actor.user(MemberId.random()), Set.of(Role.PARTNER_ADMIN)),
                                new ActionId("incidents.open"),
                                ResourceRef.of("Incident", "inc-1")),
                        () -> {
                            if (fails) {
                                throw new ChangeFailure("not-so", "It fails.");
                            }
                            return Effect.of("done");
                        });
    }

    @Test
    void waitsForAYesOfSomebodyElseAndUsesItInTheStep() {
        started(Optional.empty(), step(10, new Hold.Approval()), step(100, HOUR));
        KIT.deliver();
        var ticket = ramp().ticket().orElseThrow();
        assertThat(ramp().state()).isEqualTo(RampState.HELD);
        assertThat(approvals.decide(KIT.root, ticket, Verdict.APPROVE))
                .as("who started it")
                .isInstanceOf(Enforced.Refused.class);
        assertThat(FlagsKit.code(desk.jump(KIT.root, key, 1, "Hurry.").orElseThrow()))
                .isEqualTo("needs-approval");
        var yes = approvals.decide(KIT.pam, ticket, Verdict.APPROVE);
        pass(Duration.ofMinutes(1));
        assertThat(ramp().step()).isEqualTo(1);
        var receipt = KIT.kit
                .query()
                .detail(KIT.platform, ramp().last().receipt().orElseThrow())
                .orElseThrow();
        assertThat(receipt.payload().toString()).contains(yes.receipt().id().value());
    }

    @Test
    void aNoPausesItAndWhoeverResumesItAsksAgain() {
        started(Optional.empty(), step(10, new Hold.Approval()), step(100, HOUR));
        var first = ramp().ticket().orElseThrow();
        approvals.decide(KIT.pam, first, Verdict.DENY);
        pass(Duration.ofMinutes(1));
        assertThat(ramp().state()).isEqualTo(RampState.PAUSED);
        assertThat(ramp().last().code()).isEqualTo("denied");
        KIT.done(desk.resume(KIT.root, key, "They changed their mind.").orElseThrow());
        var second = ramp().ticket().orElseThrow();
        assertThat(second).isNotEqualTo(first);
        pass(Duration.ofDays(4));
        assertThat(ramp().last().code()).as("no answer is a no").isEqualTo("expired");
        assertThat(percent()).isEqualTo(10);
    }

    @Test
    void refusesWhatIsWrongWithASentenceAndWhoMayNot() {
        started(Optional.empty(), step(10, HOUR), step(50, HOUR));
        KIT.done(desk.rollBack(KIT.root, key, "To begin again.").orElseThrow());
        assertThat(start(step(50, HOUR), step(10, HOUR))).isEqualTo("bad-share");
        assertThat(start()).isEqualTo("bad-steps");
        assertThat(start(step(50, new Hold.For(Duration.ofSeconds(5))))).isEqualTo("bad-hold");
        assertThat(start(new RampStep(new Target.InCohort(new CohortKey("never-made")), HOUR)))
                .isEqualTo("unknown-cohort");
        assertThat(FlagsKit.code(desk.rollBack(KIT.root, key, "Because.").orElseThrow()))
                .isEqualTo("not-active");
        assertThat(desk.start(KIT.pam, key, 1, new RampPlan(List.of(), Optional.empty(), Optional.empty()), "")
                        .orElseThrow())
                .isInstanceOf(Enforced.Refused.class);
        var elsewhere = new Caller(KIT.acme, KIT.root.actor(), KIT.root.roles());
        assertThat(desk.find(elsewhere, key)).isEmpty();
        assertThat(desk.pause(elsewhere, key, "")).isEmpty();
    }

    private String start(RampStep... steps) {
        var plan = new RampPlan(List.of(steps), Optional.empty(), Optional.empty());
        int version = KIT.rows.flag(key).orElseThrow().version();
        return FlagsKit.code(desk.start(KIT.root, key, version, plan, "").orElseThrow());
    }
}
