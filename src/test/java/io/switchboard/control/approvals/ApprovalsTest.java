package io.switchboard.control.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.control.receipts.ReceiptDraft;
import io.switchboard.control.receipts.Receipts;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ApprovalsTest {

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-05-04T10:00:00Z"));
    private final EnforcementKit kit = EnforcementKit.at(clock);
    private final TenantId tenant = kit.tenant("acme").id();
    private final Tickets tickets = new Tickets(kit.jdbc());
    private final TicketReceipts receipts = new TicketReceipts(tickets);
    private final Approvals approvals = new Approvals(kit.enforcement(), tickets, clock, Duration.ofDays(3));
    private final ApprovalDesk desk = new ApprovalDesk(
            kit.enforcement(), kit.policy(), new Viewing(kit.policy()), tickets, clock, Duration.ofDays(3), this::now);
    private final Set<Caller> gone = new HashSet<>();
    private final Caller admin = member(Role.PARTNER_ADMIN);
    private final Caller approver = member(Role.APPROVER);
    private final Question question = new Question(
            new ActionId("groups.update"), Sha256.of("what"), "Six people.", List.of(new Tally("gone", "who go", 6)));

    /** Whose roles were taken since the page was opened. */
    private Caller now(Caller caller) {
        return gone.contains(caller) ? new Caller(caller.tenant(), caller.actor(), Set.of()) : caller;
    }

    private Caller member(Role... roles) {
        return new Caller(tenant, Actor.user(MemberId.random()), Set.of(roles));
    }

    private Ticket ask() {
        return ask(admin, question);
    }

    private Ticket ask(Caller caller, Question asked) {
        var ticket = ((Asked.Standing) approvals.ask(caller, asked, held())).ticket();
        deliver();
        return tickets.find(tenant, ticket.id(), clock.instant()).orElseThrow();
    }

    /** A receipt of the tenant, as a held change leaves one. */
    private ReceiptId held() {
        return kit.enforcement()
                .perform(
                        GovernedAction.of(admin, new ActionId("groups.update"), ResourceRef.of("Group", "grp_1")),
                        () -> Effect.of("held"))
                .receipt()
                .id();
    }

    private Enforced<Ticket> decide(Caller by, Ticket ticket, Verdict verdict) {
        var ended = desk.decide(by, ticket.id(), verdict, "Because.").orElseThrow();
        deliver();
        return ended;
    }

    /** What the portal's events do by themselves. */
    private void deliver() {
        kit.events().stream()
                .filter(ActionReceipted.class::isInstance)
                .map(ActionReceipted.class::cast)
                .forEach(receipts::note);
    }

    private Ticket now(Ticket ticket) {
        return tickets.find(tenant, ticket.id(), clock.instant()).orElseThrow();
    }

    @Test
    void letsNobodyDecideWhatWouldGiveThemMoreRights() {
        var ticket = ask(
                admin,
                new Question(
                        question.action(),
                        Sha256.of("raise"),
                        "One person.",
                        List.of(),
                        Set.of(new MemberId(approver.actor().id()))));
        var refused = (Enforced.Refused<Ticket>) decide(approver, ticket, Verdict.APPROVE);
        assertThat(refused.decision().determiningPolicies()).containsExactly("approvals.decide-not-ones-own-rights");
        assertThat(desk.againstDeciding(approver, ticket)).isPresent();
        assertThat(now(ticket).state()).isEqualTo(TicketState.OPEN);
        assertThat(decide(member(Role.APPROVER), ticket, Verdict.APPROVE)).isInstanceOf(Enforced.Done.class);
    }

    @Test
    void aRoleThatWasJustTakenDecidesNothing() {
        var ticket = ask();
        assertThat(desk.againstDeciding(approver, ticket))
                .as("the page offers it")
                .isEmpty();
        gone.add(approver);
        assertThat(decide(approver, ticket, Verdict.APPROVE)).isInstanceOf(Enforced.Refused.class);
        assertThat(now(ticket).state()).isEqualTo(TicketState.OPEN);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        var ticket = ask();
        var others = List.of(approver, member(Role.APPROVER));
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Function<Caller, Callable<Enforced<Ticket>>> one = caller -> () -> {
                start.await();
                var verdict = caller.equals(approver) ? Verdict.APPROVE : Verdict.DENY;
                return desk.decide(caller, ticket.id(), verdict, "Because.").orElseThrow();
            };
            var ended = new ArrayList<Enforced<Ticket>>();
            for (var done : threads.invokeAll(others.stream().map(one).toList())) {
                ended.add(done.get());
            }
            assertThat(ended).filteredOn(Enforced.Done.class::isInstance).hasSize(1);
            assertThat(ended)
                    .filteredOn(Enforced.Failed.class::isInstance)
                    .singleElement()
                    .satisfies(failed -> assertThat(
                                    ((Enforced.Failed<Ticket>) failed).failure().code())
                            .isEqualTo("not-open"));
        }
        assertThat(now(ticket).votes()).hasSize(1);
        assertThat(now(ticket).state()).isIn(TicketState.APPROVED, TicketState.DENIED);
    }

    @Test
    void aQuorumOfTwoNeedsTwoAndOneDenialIsEnough() {
        var ticket = ask(admin, question.on(Terms.USUAL.quorum(2)));
        decide(approver, ticket, Verdict.APPROVE);
        assertThat(now(ticket).state()).isEqualTo(TicketState.OPEN);
        assertThat(now(ticket).approvals()).isEqualTo(1);
        assertThat(approvals.use(tenant, question.digest())).isEmpty();
        assertThat(decide(approver, ticket, Verdict.APPROVE))
                .as("the same again")
                .isInstanceOf(Enforced.Failed.class);
        decide(member(Role.APPROVER), ticket, Verdict.APPROVE);
        assertThat(approvals.use(tenant, question.digest()).orElseThrow().receipts())
                .hasSize(2);
        var other = ask(
                admin,
                new Question(question.action(), Sha256.of("other"), "Seven.", List.of()).on(Terms.USUAL.quorum(2)));
        decide(approver, other, Verdict.APPROVE);
        decide(member(Role.APPROVER), other, Verdict.DENY);
        assertThat(now(other).state()).isEqualTo(TicketState.DENIED);
    }

    @Test
    void aNamedRoleDecidesAndNobodyElse() {
        var ticket = ask(admin, question.on(Terms.USUAL.by(Role.PARTNER_ADMIN)));
        var refused = (Enforced.Refused<Ticket>) decide(approver, ticket, Verdict.APPROVE);
        assertThat(refused.decision().determiningPolicies())
                .containsExactly("approvals.decide-by-nobody-but-the-named-role");
        assertThat(decide(admin, ticket, Verdict.APPROVE)).as("who asked").isInstanceOf(Enforced.Refused.class);
        assertThat(desk.explain(approver, ticket).could()).containsExactly(Role.PARTNER_ADMIN);
        assertThat(decide(member(Role.PARTNER_ADMIN), ticket, Verdict.APPROVE)).isInstanceOf(Enforced.Done.class);
    }

    @Test
    void keepsWhatThereIsToLookAtAndWhatUndoesIt() {
        var ticket = ask(
                admin,
                question.on(Terms.USUAL.with(Evidence.of("It was tried.")).undoneBy("Set it back.")));
        assertThat(ticket.question().terms().undo()).contains("Set it back.");
        assertThat(ticket.question().terms().evidence())
                .extracting(Evidence::words)
                .containsExactly(
                        "It was tried.",
                        "It was held: nothing has changed yet. The receipt says when, by whom and why.");
        assertThat(ticket.question().terms().evidence().getLast().receipt()).isPresent();
    }

    @Test
    void leavesOneReceiptWhenATicketExpires() {
        var unanswered = ask();
        var unused = ask(admin, new Question(question.action(), Sha256.of("unused"), "Two.", List.of()));
        decide(approver, unused, Verdict.APPROVE);
        var denied = ask(admin, new Question(question.action(), Sha256.of("denied"), "Three.", List.of()));
        decide(approver, denied, Verdict.DENY);
        var left = new ArrayList<ReceiptDraft>();
        var expiry = expiry(left);
        expiry.work();
        assertThat(left).isEmpty();
        clock.pass(Duration.ofDays(4));
        expiry.work();
        expiry.work();
        assertThat(left)
                .extracting(draft -> draft.facts().get("code"))
                .containsExactlyInAnyOrder("unanswered", "unused");
        assertThat(left).allSatisfy(draft -> {
            assertThat(draft.actor()).isEqualTo(Actor.system("approvals"));
            assertThat(draft.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(draft.parent()).isPresent();
        });
        assertThat(now(unanswered).state()).isEqualTo(TicketState.EXPIRED);
        assertThat(now(denied).state()).isEqualTo(TicketState.DENIED);
    }

    /** Signs, and remembers what of this tenant it signed. */
    private Expiry expiry(List<ReceiptDraft> left) {
        var signing = new Receipts() {
            @Override
            public Receipt append(ReceiptDraft draft) {
                if (draft.tenant().equals(tenant)) {
                    left.add(draft);
                }
                return kit.receipts().append(draft);
            }

            @Override
            public Optional<Receipt> find(TenantId owner, ReceiptId id) {
                return kit.receipts().find(owner, id);
            }
        };
        return new Expiry(tickets, signing, kit.correlations(), clock, new JdbcTransactionManager(kit.database()));
    }

    @Test
    void asksOnceForOneDigest() {
        var ticket = ask();
        assertThat(ticket.state()).isEqualTo(TicketState.OPEN);
        assertThat(ticket.requested()).isPresent();
        assertThat(ask().id()).isEqualTo(ticket.id());
        var other = new Question(question.action(), Sha256.of("else"), "Other.", List.of());
        assertThat(ask(admin, other).id()).isNotEqualTo(ticket.id());
    }

    @Test
    void anApprovalCountsOnceAndNamesItsReceipt() {
        var ticket = ask();
        assertThat(approvals.use(tenant, question.digest())).isEmpty();
        var done = decide(approver, ticket, Verdict.APPROVE);
        assertThat(done).isInstanceOf(Enforced.Done.class);
        assertThat(approvals.use(tenant, Sha256.of("else"))).isEmpty();
        assertThat(approvals.use(tenant, question.digest()))
                .contains(new Approval(ticket.id(), List.of(done.receipt().id())));
        assertThat(approvals.use(tenant, question.digest())).isEmpty();
        assertThat(now(ticket).state()).isEqualTo(TicketState.USED);
        assertThat(ask().id()).isNotEqualTo(ticket.id());
    }

    @Test
    void aDenialStandsUntilTheDeadline() {
        var ticket = ask();
        decide(approver, ticket, Verdict.DENY);
        assertThat(approvals.use(tenant, question.digest())).isEmpty();
        assertThat(ask().id()).isEqualTo(ticket.id());
        assertThat(now(ticket).state()).isEqualTo(TicketState.DENIED);
        clock.pass(Duration.ofDays(3));
        assertThat(ask().id()).isNotEqualTo(ticket.id());
        assertThat(now(ticket).state()).isEqualTo(TicketState.DENIED);
    }

    @Test
    void whatNobodyAnswersInTimeIsExpiredAndCannotBeApprovedAnyMore() {
        var ticket = ask();
        clock.pass(Duration.ofDays(3));
        assertThat(now(ticket).state()).isEqualTo(TicketState.EXPIRED);
        assertThat(decide(approver, ticket, Verdict.APPROVE)).isInstanceOf(Enforced.Failed.class);
        assertThat(approvals.use(tenant, question.digest())).isEmpty();
    }

    @Test
    void anApprovalThatIsNotUsedInTimeExpires() {
        var ticket = ask();
        clock.pass(Duration.ofDays(2));
        decide(approver, ticket, Verdict.APPROVE);
        clock.pass(Duration.ofDays(2));
        assertThat(now(ticket).state()).as("the deadline moved").isEqualTo(TicketState.APPROVED);
        clock.pass(Duration.ofDays(1));
        assertThat(now(ticket).state()).isEqualTo(TicketState.EXPIRED);
        assertThat(approvals.use(tenant, question.digest())).isEmpty();
        assertThat(ask().id()).isNotEqualTo(ticket.id());
    }

    @Test
    void nobodyDecidesTheirOwnRequestAndOnlyApproversDecide() {
        var both = member(Role.PARTNER_ADMIN, Role.APPROVER);
        var ticket = ask(both, question);
        var own = decide(both, ticket, Verdict.APPROVE);
        assertThat(((Enforced.Refused<Ticket>) own).decision().reasonCodes())
                .contains("approvals.decide-by-somebody-else");
        assertThat(decide(admin, ticket, Verdict.APPROVE)).isInstanceOf(Enforced.Refused.class);
        assertThat(now(ticket).state()).isEqualTo(TicketState.OPEN);
        assertThat(decide(approver, ticket, Verdict.APPROVE)).isInstanceOf(Enforced.Done.class);
        assertThat(decide(member(Role.APPROVER), ticket, Verdict.DENY)).isInstanceOf(Enforced.Failed.class);
    }

    @Test
    void whoMayNotAskGetsNoTicket() {
        var ended = approvals.ask(member(Role.EVALUATOR), question, held());
        assertThat(ended).isInstanceOf(Asked.Unasked.class);
        assertThat(desk.list(approver, Optional.empty(), Optional.empty(), 10).total())
                .isZero();
    }

    @Test
    void listsTheLatestFirstByStateAndPageByPage() {
        var first = ask();
        clock.pass(Duration.ofMinutes(1));
        var second = ask(admin, new Question(question.action(), Sha256.of("2"), "Two.", List.of()));
        decide(approver, first, Verdict.DENY);
        var page = desk.list(approver, Optional.empty(), Optional.empty(), 1);
        assertThat(page.items()).extracting(Ticket::id).containsExactly(second.id());
        assertThat(page.total()).isEqualTo(2);
        assertThat(desk.list(approver, Optional.empty(), page.next(), 1).items())
                .extracting(Ticket::id)
                .containsExactly(first.id());
        assertThat(desk.list(approver, Optional.of(TicketState.DENIED), Optional.empty(), 9)
                        .items())
                .extracting(Ticket::id)
                .containsExactly(first.id());
        var elsewhere = new Caller(TenantId.random(), approver.actor(), Set.of(Role.APPROVER));
        assertThat(desk.find(elsewhere, first.id())).isEmpty();
        assertThat(desk.decide(elsewhere, first.id(), Verdict.APPROVE, "Ours?")).isEmpty();
    }
}
