package io.switchboard.operations.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardTest {

    private static final Instant BEGIN = Instant.parse("2026-05-04T10:00:00Z");

    private final SteppedClock clock = new SteppedClock(BEGIN);
    private final FeedbackKit kit = new FeedbackKit(clock);
    private final Caller ada = FeedbackKit.member(kit.acme, Role.PARTNER_ADMIN);
    private final Caller grace = FeedbackKit.member(kit.globex, Role.PARTNER_ADMIN);

    private static String code(Optional<Enforced<Issue>> ended) {
        return ((Enforced.Failed<Issue>) ended.orElseThrow()).failure().code();
    }

    @Test
    void ranksByTheStrongestImpactAndByMembersAndTenants() {
        var idea = kit.submit(ada, FeedbackKit.said("Nice to have.", Impact.IDEA, "imports.plan"));
        clock.pass(Duration.ofSeconds(1));
        var blocked = kit.submit(ada, Impact.BLOCKS);
        var again = kit.submit(ada, Impact.SLOWS);
        var elsewhere = kit.submit(grace, Impact.SLOWS);
        kit.board.merge(kit.pm, again.issue(), blocked.issue());
        kit.board.merge(kit.pm, elsewhere.issue(), blocked.issue());
        var ranked = kit.board.ranked(kit.pm, Set.of());
        assertThat(ranked).extracting(Issue::id).containsExactly(blocked.issue(), idea.issue());
        assertThat(ranked.getFirst().reach()).isEqualTo(new Reach(Impact.BLOCKS, 3, 2, 2));
        assertThat(ranked.getFirst().reach().explained()).isEqualTo("3 × (2 members + 2 tenants) = 12");
        assertThat(ranked.getLast().reach().explained()).isEqualTo("1 × (1 member + 1 tenant) = 2");
    }

    @Test
    void mergedIssuesKeepAllContextsAndTellEverySender() {
        var first = kit.submit(ada, Impact.BLOCKS);
        var second = kit.submit(grace, Impact.SLOWS);
        var third = kit.submit(grace, Impact.IDEA);
        assertThat(kit.board.alike(kit.pm, kit.issue(second))).hasSize(2);
        kit.board.merge(kit.pm, third.issue(), second.issue());
        kit.board.merge(kit.pm, second.issue(), first.issue());
        kit.move(first, IssueState.TRIAGED);
        assertThat(kit.board.contexts(kit.pm, first.issue()))
                .extracting(Context::id)
                .containsExactlyInAnyOrder(first.id(), second.id(), third.id());
        for (var said : List.of(second, third)) {
            var seen = kit.desk.find(grace, said.id()).orElseThrow();
            assertThat(seen.state()).isEqualTo(IssueState.TRIAGED);
            assertThat(seen.merged()).isTrue();
            assertThat(kit.desk.history(seen)).extracting(IssueEvent::kind).contains(EventKind.TRIAGED);
        }
        assertThat(code(kit.board.merge(kit.pm, second.issue(), first.issue()))).isEqualTo("merged-already");
        assertThat(code(kit.board.merge(kit.pm, first.issue(), second.issue()))).isEqualTo("not-mergeable");
        assertThat(code(kit.board.merge(kit.pm, first.issue(), first.issue()))).isEqualTo("not-mergeable");
    }

    @Test
    void aRunningClockIsNotLostByMerging() {
        var running = kit.submit(ada, Impact.BLOCKS);
        var fresh = kit.submit(grace, Impact.BLOCKS);
        kit.move(running, IssueState.TRIAGED);
        assertThat(code(kit.board.merge(kit.pm, running.issue(), fresh.issue())))
                .isEqualTo("clock-lost");
        assertThat(kit.board.merge(kit.pm, fresh.issue(), running.issue()))
                .get()
                .isInstanceOf(Enforced.Done.class);
    }

    @Test
    void goesItsWayWithAReceiptForEachStepAndRefusesDetours() {
        var said = kit.submit(ada, Impact.BLOCKS);
        assertThat(kit.move(said, IssueState.FIXED)).isInstanceOf(Enforced.Failed.class);
        kit.move(said, IssueState.TRIAGED);
        kit.move(said, IssueState.MITIGATED);
        kit.board.describe(kit.pm, said.issue(), "Imports are refused", FeedbackKit.FULL);
        kit.move(said, IssueState.FIXED);
        kit.move(said, IssueState.VERIFIED);
        kit.move(said, IssueState.TRIAGED);
        kit.deliver();
        var events = kit.issue(said).events();
        assertThat(events)
                .extracting(IssueEvent::kind)
                .containsExactly(
                        EventKind.REPORTED,
                        EventKind.TRIAGED,
                        EventKind.MITIGATED,
                        EventKind.CARD,
                        EventKind.FIXED,
                        EventKind.VERIFIED,
                        EventKind.REOPENED);
        assertThat(events.subList(1, events.size()))
                .allSatisfy(event -> assertThat(event.receipt()).isPresent());
        assertThat(events.getFirst().receipt())
                .as("that receipt is the tenant's")
                .isEmpty();
        assertThat(kit.issue(said).title()).isEqualTo("Imports are refused");
    }

    @Test
    void isNotFixedWithoutACompleteCard() {
        var said = kit.submit(ada, Impact.BLOCKS);
        kit.move(said, IssueState.TRIAGED);
        var half = new FixCard(
                Optional.of("A test."), Optional.empty(), Optional.of("None."), Optional.of("All."), Optional.empty());
        kit.board.describe(kit.pm, said.issue(), "Imports", half);
        var refused = (Enforced.Failed<Issue>) kit.move(said, IssueState.FIXED);
        assertThat(refused.failure().explanation()).contains("policy impact note, flag name");
        assertThat(kit.issue(said).state()).isEqualTo(IssueState.TRIAGED);
        var full = FeedbackKit.FULL;
        var unknown = new FixCard(full.test(), full.policy(), full.cost(), full.proof(), Optional.of("never-made"));
        kit.board.describe(kit.pm, said.issue(), "Imports", unknown);
        var flagless = (Enforced.Failed<Issue>) kit.move(said, IssueState.FIXED);
        assertThat(flagless.failure().code()).isEqualTo("unknown-flag");
        kit.board.describe(kit.pm, said.issue(), "Imports", full);
        assertThat(kit.move(said, IssueState.FIXED)).isInstanceOf(Enforced.Done.class);
    }

    @Test
    void aPauseNeedsAReasonAndARunningClock() {
        var said = kit.submit(ada, Impact.BLOCKS);
        assertThat(code(kit.board.pause(kit.pm, said.issue(), "Waiting."))).isEqualTo("wrong-clock");
        kit.move(said, IssueState.TRIAGED);
        assertThat(code(kit.board.pause(kit.pm, said.issue(), " "))).isEqualTo("no-reason");
        assertThat(code(kit.board.pause(kit.pm, said.issue(), "x".repeat(501)))).isEqualTo("no-reason");
        assertThat(code(kit.board.resume(kit.pm, said.issue()))).isEqualTo("wrong-clock");
        kit.board.pause(kit.pm, said.issue(), "Waiting for the customer.");
        clock.pass(Duration.ofDays(10));
        kit.board.resume(kit.pm, said.issue());
        var round = kit.issue(said).clock(clock.instant()).current().orElseThrow();
        assertThat(round.due()).isEqualTo(BEGIN.plus(Duration.ofDays(13)));
        assertThat(round.verdict()).isEqualTo(Round.Verdict.RUNNING);
    }

    @Test
    void anEventOfANodeWhoseClockIsBehindDoesNotRunBackwards() {
        var said = kit.submit(ada, Impact.BLOCKS);
        kit.move(said, IssueState.TRIAGED);
        kit.board.pause(kit.pm, said.issue(), "Waiting.");
        kit.issues.append(
                said.issue(), EventKind.RESUMED, Optional.empty(), kit.pm.actor(), BEGIN.minus(Duration.ofMinutes(3)));
        clock.pass(Duration.ofHours(5));
        var round = kit.issue(said).clock(clock.instant()).current().orElseThrow();
        assertThat(round.paused()).isZero();
        assertThat(round.pausedSince()).isEmpty();
    }

    @Test
    void alarmsAreRaisedOnceForEachRound() {
        var said = kit.submit(ada, Impact.BLOCKS);
        kit.move(said, IssueState.TRIAGED);
        kit.alarms.work();
        clock.pass(Duration.ofHours(61));
        kit.alarms.work();
        kit.alarms.work();
        clock.pass(Duration.ofHours(12));
        kit.alarms.work();
        kit.alarms.work();
        kit.deliver();
        assertThat(alarms(said)).containsExactly(EventKind.SOON, EventKind.BREACHED);
        assertThat(kit.issue(said).events().getLast().receipt()).isPresent();
        kit.move(said, IssueState.MITIGATED);
        kit.move(said, IssueState.TRIAGED);
        kit.alarms.work();
        clock.pass(Duration.ofHours(73));
        kit.alarms.work();
        kit.alarms.work();
        assertThat(alarms(said)).containsExactly(EventKind.SOON, EventKind.BREACHED, EventKind.BREACHED);
    }

    private List<EventKind> alarms(Submission said) {
        return kit.issue(said).events().stream()
                .map(IssueEvent::kind)
                .filter(kind -> kind == EventKind.SOON || kind == EventKind.BREACHED)
                .toList();
    }

    @Test
    void nobodyButAPmSeesOrMovesAnythingAndOnlyInThePlatform() {
        var said = kit.submit(ada, Impact.BLOCKS);
        var finance = FeedbackKit.member(kit.platform, Role.FINANCE);
        assertThat(kit.board.againstViewing(finance)).isPresent();
        assertThat(kit.board.againstViewing(ada)).isPresent();
        assertThat(kit.board.move(finance, said.issue(), IssueState.TRIAGED, ""))
                .get()
                .isInstanceOf(Enforced.Refused.class);
        assertThat(kit.board.move(ada, said.issue(), IssueState.TRIAGED, "")).isEmpty();
        var stray = FeedbackKit.member(kit.acme, Role.PM);
        assertThat(kit.board.find(stray, said.issue())).isEmpty();
        assertThat(kit.board.ranked(stray, Set.of())).isEmpty();
        assertThat(kit.words.read(ada, kit.globex, said.id())).isEmpty();
    }

    @Test
    void readingAcrossTenantsLeavesAReceiptInBothLogsAndLookingLeavesNone() {
        var said = kit.submit(ada, FeedbackKit.said("It hurts here.", Impact.BLOCKS, "imports.commit"));
        long before = kit.kit.events().size();
        kit.board.ranked(kit.pm, Set.of());
        kit.board.contexts(kit.pm, said.issue());
        assertThat(kit.kit.events()).hasSize((int) before);
        var done = (Enforced.Done<SenderWords.Said>)
                kit.words.read(kit.pm, kit.acme, said.id()).orElseThrow();
        assertThat(done.value().text()).isEqualTo("It hurts here.");
        assertThat(readings()).containsExactly(kit.platform, kit.acme);
        var finance = FeedbackKit.member(kit.platform, Role.FINANCE);
        assertThat(kit.words.read(finance, kit.acme, said.id())).get().isInstanceOf(Enforced.Refused.class);
        assertThat(kit.words.read(kit.pm, kit.globex, said.id())).isEmpty();
    }

    private List<TenantId> readings() {
        return kit.kit.events().stream()
                .filter(ActionReceipted.class::isInstance)
                .map(ActionReceipted.class::cast)
                .filter(done -> done.action().equals(SenderWords.READ))
                .map(ActionReceipted::tenant)
                .toList();
    }

    @Test
    void theOwnerIsAMemberOfThePlatform() {
        var said = kit.submit(ada, Impact.BLOCKS);
        var pam = new MemberId(kit.pm.actor().id());
        assertThat(kit.board.assign(kit.pm, said.issue(), Optional.of(pam)))
                .get()
                .isInstanceOf(Enforced.Done.class);
        assertThat(kit.issue(said).owner()).contains(pam);
        assertThat(code(kit.board.assign(kit.pm, said.issue(), Optional.of(MemberId.random()))))
                .isEqualTo("unknown-owner");
        kit.board.assign(kit.pm, said.issue(), Optional.empty());
        assertThat(kit.issue(said).owner()).isEmpty();
    }

    @Test
    void countsFrictionWhatIsResolvedAndWhatWasInTime() {
        var fixed = kit.submit(ada, Impact.BLOCKS);
        var late = kit.submit(grace, FeedbackKit.said("Slow.", Impact.BLOCKS, "imports.plan"));
        var open = kit.submit(grace, FeedbackKit.said("Stuck.", Impact.BLOCKS, "imports.plan"));
        var declined = kit.submit(ada, FeedbackKit.said("No.", Impact.BLOCKS, "keys.rotate"));
        kit.submit(ada, FeedbackKit.said("Idea.", Impact.IDEA, "keys.rotate"));
        List.of(fixed, late, open).forEach(said -> kit.move(said, IssueState.TRIAGED));
        kit.move(declined, IssueState.DECLINED);
        clock.pass(Duration.ofHours(1));
        kit.move(fixed, IssueState.MITIGATED);
        clock.pass(Duration.ofDays(4));
        kit.move(late, IssueState.MITIGATED);
        var end = clock.instant().plusSeconds(1);
        assertThat(kit.figures.pilotBlocking(Optional.empty(), BEGIN.minusSeconds(1), end))
                .isEqualTo(new Resolved(3, 2));
        assertThat(kit.figures.pilotBlocking(Optional.of(kit.acme), BEGIN.minusSeconds(1), end))
                .isEqualTo(new Resolved(1, 1));
        assertThat(kit.figures
                        .pilotBlocking(Optional.of(kit.acme), end, end.plusSeconds(9))
                        .percent())
                .as("what was resolved before")
                .isEmpty();
        assertThat(kit.figures.inTime(BEGIN, end)).isEqualTo(new InTime(1, 1));
        assertThat(kit.figures.friction(Attachment.ACTION, Optional.empty(), BEGIN, end))
                .containsExactly(
                        new Friction("imports.plan", 2, 1, 1),
                        new Friction("keys.rotate", 2, 1, 1),
                        new Friction("imports.commit", 1, 1, 1));
        assertThat(kit.figures.friction(Attachment.RULE, Optional.of(kit.globex), BEGIN, end))
                .containsExactly(new Friction("no-permit", 2, 1, 1));
        assertThat(kit.figures.friction(Attachment.BUILD, Optional.empty(), BEGIN, end))
                .isEmpty();
    }
}
