package io.switchboard.operations.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.TestPolicy;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.delivery.Carried.Answered;
import io.switchboard.operations.delivery.Delivery.State;
import io.switchboard.operations.delivery.DeliveryRows.Lane;
import io.switchboard.operations.delivery.Destination.Kind;
import io.switchboard.platform.outbound.OutboundException;
import io.switchboard.platform.signing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox, the schedule and the health of destinations, on the real database; what carries is in memory. */
class DeliveriesTest {

    private static final SteppedClock TIME = new SteppedClock(Instant.parse("2026-11-22T09:00:00Z"));
    private static final EnforcementKit KIT = EnforcementKit.at(TIME, "delivery");
    private static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(KIT.signing().transactions());
    private static final TenantId ACME = KIT.tenant("acme").id();
    private static final TenantId GLOBEX = KIT.tenant("globex").id();
    private static final Destination PAGER = new Destination(Kind.WEBHOOK, "pager");
    private static final Destination ARCHIVE = new Destination(Kind.WEBHOOK, "archive");

    private final Fake carrier = new Fake();
    private final DeliveryRows rows = new DeliveryRows(new JdbcTemplate(KIT.database()));
    private final AttemptRows attempts = new AttemptRows(new JdbcTemplate(KIT.database()));
    private final HealthRows health = new HealthRows(KIT.jdbc());
    private final Outbox outbox = new Outbox(rows, List.of(carrier), TIME);
    private final Claims claims = new Claims(rows, attempts, TRANSACTION, TIME);
    private final Courier courier = courier(KIT);
    private final DeliveryDesk desk =
            new DeliveryDesk(KIT.enforcement(), new Viewing(KIT.policy()), outbox, rows, attempts, health, TIME);
    private final Caller ada = new Caller(ACME, Actor.user(MemberId.random()), Set.of(Role.PARTNER_ADMIN));

    private Courier courier(EnforcementKit kit) {
        var destinations = new Destinations(kit.enforcement(), outbox, health, TRANSACTION);
        return new Courier(
                claims,
                kit.policy(),
                rows,
                destinations,
                List.of(carrier),
                new Endings(
                        kit.enforcement(),
                        rows,
                        attempts,
                        destinations,
                        new RetrySchedule(() -> 0.5),
                        TRANSACTION,
                        TIME),
                TIME);
    }

    /** Answers as it is told to, and remembers what it was given. */
    private static final class Fake implements Carrier {

        private final Set<String> names = new HashSet<>(Set.of("pager"));
        private final List<OutboxMessage> carried = new ArrayList<>();
        private final Deque<Answered> answers = new ArrayDeque<>();
        private Optional<Answered> answer = Optional.of(answered(204));
        private Duration takes = Duration.ZERO;
        private int breaksAt;

        static Answered answered(int status) {
            return new Answered(status, "", Optional.empty(), List.of());
        }

        @Override
        public Kind kind() {
            return Kind.WEBHOOK;
        }

        @Override
        public List<String> names(TenantId tenant) {
            return tenant.equals(ACME) ? names.stream().sorted().toList() : List.of();
        }

        @Override
        public Line open(TenantId tenant, String destination) {
            return this::carry;
        }

        private synchronized Answered carry(OutboxMessage message) throws OutboundException {
            carried.add(message);
            TIME.pass(takes);
            if (carried.size() == breaksAt) {
                throw new IllegalStateException("broken");
            }
            return Optional.ofNullable(answers.poll())
                    .or(() -> answer)
                    .orElseThrow(
                            () -> new OutboundException("unreachable", "The endpoint cannot be reached. Check it."));
        }
    }

    @BeforeEach
    void empty() {
        for (var table : List.of("delivery", "delivery_message", "delivery_attempt", "delivery_health")) {
            KIT.jdbc().sql("DELETE FROM " + table).update();
        }
    }

    private void announce() {
        TRANSACTION.executeWithoutResult(_ -> outbox.put(ACME, announcement()));
    }

    private static Announcement announcement() {
        return new Announcement(
                "trust-report.issued",
                "2026-11-16-1",
                Map.of("report", "2026-11-16-1"),
                TIME.instant(),
                Optional.empty());
    }

    /** Whatever is due now, until nothing is. */
    private void carry() {
        carry(courier);
    }

    private void carry(Courier courier) {
        rows.due(TIME.instant(), 10).forEach(lane -> {
            int made = 1;
            while (made > 0) {
                made = courier.turn(lane, 3);
            }
        });
    }

    private Delivery only() {
        return desk.deliveries(ada).getFirst();
    }

    private static long receipts(String action, Outcome outcome) {
        return KIT.query().list(ACME, ReceiptFilter.of(new ActionId(action)), Optional.empty(), 500).items().stream()
                .filter(row -> row.receipt().outcome() == outcome)
                .count();
    }

    @Test
    void whatIsPutInATransactionThatEndsInNothingIsNeverSent() {
        TRANSACTION.executeWithoutResult(undone -> {
            outbox.put(ACME, announcement());
            undone.setRollbackOnly();
        });
        carry();
        assertThat(carrier.carried).isEmpty();
        assertThat(desk.count(ada)).isZero();
    }

    @Test
    void sendsToEachDestinationOnceAndSaysSoWithAReceiptForEachAttempt() {
        carrier.names.add("archive");
        announce();
        long before = receipts("delivery.send", Outcome.ALLOWED);
        carry();
        carry();
        assertThat(carrier.carried).hasSize(2);
        assertThat(carrier.carried.getFirst().body()).contains("\"report\":\"2026-11-16-1\"", ACME.value());
        assertThat(desk.deliveries(ada)).allMatch(delivery -> delivery.state() == State.DELIVERED);
        assertThat(receipts("delivery.send", Outcome.ALLOWED) - before).isEqualTo(2);
        assertThat(desk.attempts(ada, only().id()).getFirst())
                .matches(attempt ->
                        attempt.outcome().equals("taken") && attempt.receipt().isPresent());
        assertThat(desk.figures(ada).delivered()).isEqualTo(2);
        assertThat(desk.deliveries(new Caller(GLOBEX, ada.actor(), ada.roles())))
                .isEmpty();
    }

    @Test
    void triesAgainAfterThePausesUnderTheSameIdAndGivesUpAfterTheLast() {
        carrier.answer = Optional.empty();
        announce();
        long before = receipts("delivery.send", Outcome.FAILED);
        IntStream.range(0, 30).forEach(_ -> {
            carry();
            TIME.pass(Duration.ofHours(4));
        });
        assertThat(only().state()).isEqualTo(State.GAVE_UP);
        assertThat(only().attempts()).isEqualTo(10);
        assertThat(carrier.carried.stream().map(OutboxMessage::id).distinct()).hasSize(1);
        assertThat(receipts("delivery.send", Outcome.FAILED) - before).isEqualTo(10);
        assertThat(desk.attempts(ada, only().id()))
                .hasSize(10)
                .allMatch(attempt -> attempt.outcome().equals("unreachable")
                        && attempt.receipt().isPresent());
        carrier.answer = Optional.of(Fake.answered(200));
        assertThat(desk.replay(ada, only().id()).orElseThrow()).isInstanceOf(Enforced.Done.class);
        carry();
        assertThat(only().state()).isEqualTo(State.DELIVERED);
        assertThat(carrier.carried.stream().map(OutboxMessage::id).distinct()).hasSize(1);
        assertThat(only().latency().orElseThrow()).isLessThan(Duration.ofHours(1));
    }

    @Test
    void waitsAsLongAsTheReceiverAsksFor() {
        carrier.answer = Optional.of(new Answered(503, "busy", Optional.of(Duration.ofHours(2)), List.of()));
        announce();
        carry();
        TIME.pass(Duration.ofMinutes(119));
        carry();
        assertThat(carrier.carried).hasSize(1);
        TIME.pass(Duration.ofMinutes(2));
        carry();
        assertThat(carrier.carried).hasSize(2);
        assertThat(desk.attempts(ada, only().id()).getFirst().answer()).isEqualTo("busy");
    }

    @Test
    void aReceiverThatIsGoneIsSwitchedOffAtOnceAndTheOthersHearOfIt() {
        announce();
        carrier.names.add("archive");
        carrier.answer = Optional.of(Fake.answered(410));
        TIME.pass(Duration.ofSeconds(1));
        long before = receipts("delivery.disable", Outcome.ALLOWED);
        courier.turn(new Lane(ACME, PAGER), 1);
        assertThat(health.of(ACME, PAGER).disabledWhy()).isEqualTo("answered-410");
        assertThat(receipts("delivery.disable", Outcome.ALLOWED) - before).isEqualTo(1);
        assertThat(desk.disabled(ada)).singleElement().matches(listed -> listed.waiting() == 1);
        carrier.answer = Optional.of(Fake.answered(200));
        TIME.pass(Duration.ofHours(1));
        carry();
        assertThat(carrier.carried.getLast().type()).isEqualTo("delivery.destination-disabled");
        assertThat(health.of(ACME, ARCHIVE).isDisabled()).isFalse();
        assertThat(only().type()).isEqualTo("delivery.destination-disabled");
        assertThat(failure(desk.test(ada, PAGER).orElseThrow())).isEqualTo("disabled");
        assertThat(desk.enable(ada, PAGER).orElseThrow()).isInstanceOf(Enforced.Done.class);
        assertThat(failure(desk.enable(ada, PAGER).orElseThrow())).isEqualTo("enabled-already");
        carry();
        assertThat(desk.deliveries(ada)).allMatch(delivery -> delivery.state() == State.DELIVERED);
    }

    @Test
    void onlyFailuresForFiveDaysSwitchADestinationOffAndAnySuccessBeginsThemAnew() {
        carrier.answer = Optional.of(Fake.answered(500));
        announce();
        carry();
        TIME.pass(Health.PATIENCE.minusMinutes(1));
        carrier.answer = Optional.of(Fake.answered(200));
        carry();
        carrier.answer = Optional.of(Fake.answered(500));
        announce();
        carry();
        TIME.pass(Health.PATIENCE.minusMinutes(1));
        announce();
        carry();
        assertThat(health.of(ACME, PAGER).isDisabled()).isFalse();
        TIME.pass(Duration.ofMinutes(20));
        carry();
        assertThat(health.of(ACME, PAGER).disabledWhy()).isEqualTo("only-failures");
    }

    @Test
    void whatWasCutOffGoesOutAgainUnderTheSameIdOnceTheClaimHasRunOut() {
        announce();
        claims.take(new Lane(ACME, PAGER), 1); // and here the node ends
        carry();
        assertThat(carrier.carried).isEmpty();
        TIME.pass(Claims.CLAIM.plusSeconds(1));
        carry();
        assertThat(only().state()).isEqualTo(State.DELIVERED);
        assertThat(desk.attempts(ada, only().id())).extracting(Attempt::outcome).containsExactly("taken", "cut-off");
    }

    @Test
    void ofTwoNodesThatCarryAtOnceOneSends() throws Exception {
        announce();
        var start = new CountDownLatch(1);
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = IntStream.range(0, 2)
                    .mapToObj(_ -> nodes.submit(() -> {
                        start.await();
                        return courier(KIT).turn(new Lane(ACME, PAGER), 1);
                    }))
                    .toList();
            start.countDown();
            for (var each : both) {
                each.get();
            }
        }
        assertThat(carrier.carried).hasSize(1);
        assertThat(only().attempts()).isEqualTo(1);
    }

    @Test
    void aClaimThatStandsIsNotTakenAgainBeforeItHasRunOut() {
        announce();
        var lane = new Lane(ACME, PAGER);
        assertThat(claims.take(lane, 5)).hasSize(1);
        assertThat(claims.take(lane, 5)).isEmpty();
        TIME.pass(Claims.CLAIM);
        assertThat(claims.take(lane, 5)).singleElement().matches(again -> again.attempts() == 2);
    }

    @Test
    void whatSomebodyElseIsClaimingAtThisMomentIsLeftToThemWithoutWaiting() {
        announce();
        announce();
        var lane = new Lane(ACME, PAGER);
        var now = TIME.instant();
        TRANSACTION.executeWithoutResult(_ -> {
            var mine = rows.claim(lane, 1, now, now.plusSeconds(60));
            var theirs =
                    CompletableFuture.supplyAsync(() -> claims.take(lane, 5)).join();
            assertThat(mine).hasSize(1);
            assertThat(theirs)
                    .singleElement()
                    .matches(other -> !other.id().equals(mine.getFirst().id()));
        });
    }

    @Test
    void aTurnEndsWithTheFirstThatIsNotTakenAndGivesTheOthersBackAsIfNobodyHadClaimedThem() {
        IntStream.range(0, 4).forEach(_ -> announce());
        carrier.answers.add(Fake.answered(204));
        carrier.answers.add(Fake.answered(503));
        assertThat(courier.turn(new Lane(ACME, PAGER), 4)).isEqualTo(2);
        assertThat(carrier.carried).hasSize(2);
        assertThat(desk.deliveries(ada))
                .extracting(Delivery::state)
                .containsExactlyInAnyOrder(State.DELIVERED, State.WAITING, State.WAITING, State.WAITING);
        var untouched = desk.deliveries(ada).stream()
                .filter(delivery -> delivery.attempts() == 0)
                .toList();
        assertThat(untouched)
                .hasSize(2)
                .allMatch(delivery -> desk.attempts(ada, delivery.id()).isEmpty());
        assertThat(health.of(ACME, PAGER).failingSince())
                .as("the failure came last")
                .isPresent();
        assertThat(courier.turn(new Lane(ACME, PAGER), 4))
                .as("at once, not after the claim")
                .isEqualTo(2);
    }

    @Test
    void whatIsTakenInATurnHasOneReceiptThatSaysOfEachWhatCameOfIt() {
        var causes = List.of(receipt(1), receipt(2));
        causes.forEach(cause -> TRANSACTION.executeWithoutResult(
                _ -> outbox.put(ACME, new Announcement("a.type", "x", Map.of(), TIME.instant(), Optional.of(cause)))));
        carrier.answers.add(new Answered(200, "thanks", Optional.empty(), List.of()));
        long before = receipts("delivery.send", Outcome.ALLOWED);
        assertThat(courier.turn(new Lane(ACME, PAGER), 5)).isEqualTo(2);
        assertThat(receipts("delivery.send", Outcome.ALLOWED) - before).isEqualTo(1);
        var receipt = desk.attempts(ada, only().id()).getFirst().receipt().orElseThrow();
        var detail = KIT.query().detail(ACME, receipt).orElseThrow();
        assertThat(detail.row().receipt().parent())
                .as("one of two would be wrong")
                .isEmpty();
        var payload = detail.payload().toString();
        for (var delivery : desk.deliveries(ada)) {
            assertThat(desk.attempts(ada, delivery.id()).getFirst().receipt()).contains(receipt);
            assertThat(payload)
                    .contains(
                            delivery.id() + "=message:" + delivery.message() + "/attempt:1/status:20",
                            "Delivery/" + delivery.id());
        }
        assertThat(payload)
                .contains("to=webhook:pager", ".answer=sha256:" + Sha256.of("thanks"))
                .contains(causes.stream().map(cause -> "/cause:" + cause).toList());
    }

    @Test
    void aTurnFollowsFromWhatAllOfItFollowsFrom() {
        TRANSACTION.executeWithoutResult(_ ->
                outbox.put(ACME, new Announcement("a.type", "x", Map.of(), TIME.instant(), Optional.of(receipt(3)))));
        carry();
        var proof = desk.attempts(ada, only().id()).getFirst().receipt().orElseThrow();
        assertThat(KIT.query().detail(ACME, proof).orElseThrow().row().receipt().parent())
                .contains(receipt(3));
    }

    private static ReceiptId receipt(int number) {
        return ReceiptId.of(new byte[] {(byte) number});
    }

    @Test
    void aPolicyThatForbidsADestinationRefusesWhatIsDueThereAndNothingElse() {
        carrier.names.add("archive");
        announce();
        carry(courier(KIT.asking(TestPolicy.with("""
                @id("no-pager")
                @why("The pager is not told.")
                @help("A partner-admin changes the policy.")
                forbid (principal, action == Action::"delivery.send", resource == Destination::"webhook:pager");
                """, KIT.database(), KIT.correlations()))));
        assertThat(carrier.carried).hasSize(1);
        assertThat(desk.deliveries(ada))
                .extracting(delivery -> delivery.to() + " " + delivery.state())
                .containsExactlyInAnyOrder("webhook:pager REFUSED", "webhook:archive DELIVERED");
    }

    @Test
    void aTurnThatLastsTooLongBeginsNoFurtherAttempt() {
        IntStream.range(0, 3).forEach(_ -> announce());
        carrier.takes = Duration.ofMillis(700);
        assertThat(courier.turn(new Lane(ACME, PAGER), 3)).isEqualTo(2);
        assertThat(rows.waiting(ACME, PAGER)).isEqualTo(1);
    }

    @Test
    void whatWasTakenBeforeTheCarrierBrokeIsKept() {
        IntStream.range(0, 3).forEach(_ -> announce());
        carrier.breaksAt = 2;
        assertThatThrownBy(() -> courier.turn(new Lane(ACME, PAGER), 3)).hasMessage("broken");
        assertThat(desk.figures(ada).delivered()).isEqualTo(1);
    }

    @Test
    void filesThatABucketHasAreToldToWhoeverAnnouncedThemAndMessagesAreNot() {
        var told = new ArrayList<Object>();
        var stored = new FilesInBuckets(rows, told::add);
        var both = outbox.put(ACME, announcement(), List.of(new Destination(Kind.BUCKET, "archive"), PAGER));
        for (var outcome : List.of(Outcome.DENIED, Outcome.FAILED, Outcome.ALLOWED)) {
            both.forEach(id -> stored.tell(sent(id, outcome)));
        }
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        AnnouncedFilesStored.class, it -> assertThat(it.about()).isEqualTo("2026-11-16-1"));
    }

    private static ActionReceipted sent(DeliveryId id, Outcome outcome) {
        return new ActionReceipted(
                ACME,
                new ReceiptId("rcp_aaaaaaaaaaaaaaaaaaaaaaaaaa"),
                Trip.SEND,
                outcome,
                Actor.system("delivery"),
                Optional.empty(),
                List.of(Subject.atVersion(DeliveryDesk.DELIVERY, id.value(), 1)),
                TIME.instant());
    }

    @Test
    void whatWasForADestinationThatIsGoneEndsAndSaysSo() {
        carrier.answer = Optional.empty();
        announce();
        carrier.names.clear();
        carry();
        assertThat(only().state()).isEqualTo(State.CANCELLED);
        assertThat(failure(desk.replay(ada, only().id()).orElseThrow())).isEqualTo("destination-gone");
        assertThat(desk.test(ada, PAGER)).isEmpty();
    }

    @Test
    void anAnnouncementWithoutADestinationLeavesNothing() {
        carrier.names.clear();
        announce();
        assertThat(KIT.jdbc()
                        .sql("SELECT COUNT(*) FROM delivery_message")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static String failure(Enforced<?> ended) {
        return ((Enforced.Failed<?>) ended).failure().code();
    }
}
