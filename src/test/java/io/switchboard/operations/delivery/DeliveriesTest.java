package io.switchboard.operations.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.delivery.Carried.Answered;
import io.switchboard.operations.delivery.Delivery.State;
import io.switchboard.operations.delivery.DeliveryRows.Lane;
import io.switchboard.operations.delivery.Destination.Kind;
import io.switchboard.platform.outbound.OutboundException;
import io.switchboard.platform.signing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    private final DeliveryRows rows = new DeliveryRows(KIT.jdbc());
    private final AttemptRows attempts = new AttemptRows(KIT.jdbc());
    private final HealthRows health = new HealthRows(KIT.jdbc());
    private final Outbox outbox = new Outbox(rows, List.of(carrier), TIME);
    private final Courier courier = courier();
    private final DeliveryDesk desk =
            new DeliveryDesk(KIT.enforcement(), new Viewing(KIT.policy()), outbox, rows, attempts, health, TIME);
    private final Caller ada = new Caller(ACME, Actor.user(MemberId.random()), Set.of(Role.PARTNER_ADMIN));

    private Courier courier() {
        return new Courier(
                KIT.enforcement(),
                KIT.policy(),
                rows,
                attempts,
                new Destinations(KIT.enforcement(), outbox, health, TRANSACTION),
                List.of(carrier),
                new RetrySchedule(() -> 0.5),
                TRANSACTION,
                TIME);
    }

    /** Answers as it is told to, and remembers what it was given. */
    private static final class Fake implements Carrier {

        private final Set<String> names = new HashSet<>(Set.of("pager"));
        private final List<OutboxMessage> carried = new ArrayList<>();
        private Optional<Answered> answer = Optional.of(answered(204));

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
        public synchronized Answered carry(String destination, OutboxMessage message) throws OutboundException {
            carried.add(message);
            return answer.orElseThrow(
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
        rows.due(TIME.instant(), 10).forEach(lane -> {
            var more = true;
            while (more) {
                more = courier.next(lane);
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
        courier.next(new Lane(ACME, PAGER));
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
        TRANSACTION.executeWithoutResult(_ -> {
            var claimed = rows.claim(
                            new Lane(ACME, PAGER),
                            TIME.instant(),
                            TIME.instant().plus(Courier.CLAIM))
                    .orElseThrow();
            attempts.begin(ACME, claimed.id(), claimed.attempts(), TIME.instant());
        }); // and here the node ends
        carry();
        assertThat(carrier.carried).isEmpty();
        TIME.pass(Courier.CLAIM.plusSeconds(1));
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
                        return courier().next(new Lane(ACME, PAGER));
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
    void aClaimThatStandsIsNotTakenByWhoeverLookedBeforeItWasMade() {
        announce();
        var now = TIME.instant();
        var seenByBoth = only().id();
        assertThat(rows.claimed(ACME, seenByBoth, now, now.plusSeconds(60))).isTrue();
        assertThat(rows.claimed(ACME, seenByBoth, now, now.plusSeconds(60))).isFalse();
        assertThat(rows.claimed(ACME, seenByBoth, now.plusSeconds(60), now.plusSeconds(120)))
                .as("once it has run out")
                .isTrue();
        assertThat(only().attempts()).isEqualTo(2);
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
                Courier.SEND,
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
