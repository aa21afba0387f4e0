package io.switchboard.operations.delivery;

import static io.switchboard.operations.delivery.DeliveryKit.ACME;
import static io.switchboard.operations.delivery.DeliveryKit.ARCHIVE;
import static io.switchboard.operations.delivery.DeliveryKit.GLOBEX;
import static io.switchboard.operations.delivery.DeliveryKit.KIT;
import static io.switchboard.operations.delivery.DeliveryKit.PAGER;
import static io.switchboard.operations.delivery.DeliveryKit.TIME;
import static io.switchboard.operations.delivery.DeliveryKit.TO_PAGER;
import static io.switchboard.operations.delivery.DeliveryKit.TRANSACTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.delivery.Carried.Answered;
import io.switchboard.operations.delivery.Delivery.State;
import io.switchboard.operations.delivery.Destination.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The outbox, the schedule and the health of destinations, on the real database; what carries is in memory. */
class DeliveriesTest {

    private final DeliveryKit kit = new DeliveryKit();
    private final FakeCarrier carrier = kit.carrier;
    private final DeliveryRows rows = kit.rows;
    private final HealthRows health = kit.health;
    private final List<Object> told = kit.told;
    private final Outbox outbox = kit.outbox;
    private final Courier courier = kit.courier;
    private final DeliveryDesk desk = kit.desk;
    private final Caller ada = kit.ada;

    @Test
    void whatIsPutInATransactionThatEndsInNothingIsNeverSent() {
        TRANSACTION.executeWithoutResult(undone -> {
            outbox.put(ACME, DeliveryKit.announcement());
            undone.setRollbackOnly();
        });
        kit.carry();
        assertThat(carrier.carried).isEmpty();
        assertThat(told).isEmpty();
        assertThat(desk.count(ada)).isZero();
    }

    @Test
    void sendsToEachDestinationOnceAndSaysSoWithAReceiptForEachAttempt() {
        carrier.names.add("archive");
        kit.announce();
        long before = DeliveryKit.receipts("delivery.send", Outcome.ALLOWED);
        kit.carry();
        kit.carry();
        assertThat(carrier.carried).hasSize(2);
        assertThat(carrier.carried.getFirst().body()).contains("\"report\":\"2026-11-16-1\"", ACME.value());
        assertThat(desk.deliveries(ada)).allMatch(delivery -> delivery.state() == State.DELIVERED);
        assertThat(DeliveryKit.receipts("delivery.send", Outcome.ALLOWED) - before)
                .isEqualTo(2);
        assertThat(desk.attempts(ada, kit.only().id()).getFirst())
                .matches(attempt ->
                        attempt.outcome().equals("taken") && attempt.receipt().isPresent());
        assertThat(desk.figures(ada).delivered()).isEqualTo(2);
        assertThat(desk.deliveries(new Caller(GLOBEX, ada.actor(), ada.roles())))
                .isEmpty();
    }

    @Test
    void triesAgainAfterThePausesUnderTheSameIdAndGivesUpAfterTheLast() {
        carrier.answer = Optional.empty();
        kit.announce();
        long before = DeliveryKit.receipts("delivery.send", Outcome.FAILED);
        IntStream.range(0, 30).forEach(_ -> {
            kit.carry();
            TIME.pass(Duration.ofHours(4));
        });
        assertThat(kit.only().state()).isEqualTo(State.GAVE_UP);
        assertThat(kit.only().attempts()).isEqualTo(10);
        assertThat(carrier.carried.stream().map(OutboxMessage::id).distinct()).hasSize(1);
        assertThat(DeliveryKit.receipts("delivery.send", Outcome.FAILED) - before)
                .isEqualTo(10);
        assertThat(desk.attempts(ada, kit.only().id()))
                .hasSize(10)
                .allMatch(attempt -> attempt.outcome().equals("unreachable")
                        && attempt.receipt().isPresent());
        carrier.answer = Optional.of(FakeCarrier.answered(200));
        assertThat(desk.replay(ada, kit.only().id()).orElseThrow()).isInstanceOf(Enforced.Done.class);
        kit.carry();
        assertThat(kit.only().state()).isEqualTo(State.DELIVERED);
        assertThat(carrier.carried.stream().map(OutboxMessage::id).distinct()).hasSize(1);
        assertThat(kit.only().latency().orElseThrow()).isLessThan(Duration.ofHours(1));
    }

    @Test
    void waitsAsLongAsTheReceiverAsksFor() {
        carrier.answer = Optional.of(new Answered(503, "busy", Optional.of(Duration.ofHours(2)), List.of()));
        kit.announce();
        kit.carry();
        TIME.pass(Duration.ofMinutes(119));
        kit.carry();
        assertThat(carrier.carried).hasSize(1);
        TIME.pass(Duration.ofMinutes(2));
        kit.carry();
        assertThat(carrier.carried).hasSize(2);
        assertThat(desk.attempts(ada, kit.only().id()).getFirst().answer()).isEqualTo("busy");
    }

    @Test
    void aReceiverThatIsGoneIsSwitchedOffAtOnceAndTheOthersHearOfIt() {
        kit.announce();
        carrier.names.add("archive");
        carrier.answer = Optional.of(FakeCarrier.answered(410));
        TIME.pass(Duration.ofSeconds(1));
        long before = DeliveryKit.receipts("delivery.disable", Outcome.ALLOWED);
        courier.turn(TO_PAGER, 1);
        assertThat(health.of(ACME, PAGER).disabledWhy()).isEqualTo("answered-410");
        assertThat(DeliveryKit.receipts("delivery.disable", Outcome.ALLOWED) - before)
                .isEqualTo(1);
        assertThat(desk.disabled(ada)).singleElement().matches(listed -> listed.waiting() == 1);
        carrier.answer = Optional.of(FakeCarrier.answered(200));
        TIME.pass(Duration.ofHours(1));
        kit.carry();
        assertThat(carrier.carried.getLast().type()).isEqualTo("delivery.destination-disabled");
        assertThat(health.of(ACME, ARCHIVE).isDisabled()).isFalse();
        assertThat(kit.only().type()).isEqualTo("delivery.destination-disabled");
        assertThat(failure(desk.test(ada, PAGER).orElseThrow())).isEqualTo("disabled");
        assertThat(desk.enable(ada, PAGER).orElseThrow()).isInstanceOf(Enforced.Done.class);
        assertThat(failure(desk.enable(ada, PAGER).orElseThrow())).isEqualTo("enabled-already");
        kit.carry();
        assertThat(desk.deliveries(ada)).allMatch(delivery -> delivery.state() == State.DELIVERED);
    }

    @Test
    void onlyFailuresForFiveDaysSwitchADestinationOffAndAnySuccessBeginsThemAnew() {
        carrier.answer = Optional.of(FakeCarrier.answered(500));
        kit.announce();
        kit.carry();
        TIME.pass(Health.PATIENCE.minusMinutes(1));
        carrier.answer = Optional.of(FakeCarrier.answered(200));
        kit.carry();
        carrier.answer = Optional.of(FakeCarrier.answered(500));
        kit.announce();
        kit.carry();
        TIME.pass(Health.PATIENCE.minusMinutes(1));
        kit.announce();
        kit.carry();
        assertThat(health.of(ACME, PAGER).isDisabled()).isFalse();
        TIME.pass(Duration.ofMinutes(20));
        kit.carry();
        assertThat(health.of(ACME, PAGER).disabledWhy()).isEqualTo("only-failures");
    }

    @Test
    void filesThatABucketHasAreToldToWhoeverAnnouncedThemAndMessagesAreNot() {
        var told = new ArrayList<Object>();
        var stored = new FilesInBuckets(rows, told::add);
        var both = new ArrayList<DeliveryId>();
        TRANSACTION.executeWithoutResult(_ -> both.addAll(
                outbox.put(ACME, DeliveryKit.announcement(), List.of(new Destination(Kind.BUCKET, "archive"), PAGER))));
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
        kit.announce();
        carrier.names.clear();
        kit.carry();
        assertThat(kit.only().state()).isEqualTo(State.CANCELLED);
        assertThat(failure(desk.replay(ada, kit.only().id()).orElseThrow())).isEqualTo("destination-gone");
        assertThat(desk.test(ada, PAGER)).isEmpty();
    }

    @Test
    void anAnnouncementWithoutADestinationLeavesNothing() {
        carrier.names.clear();
        kit.announce();
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
