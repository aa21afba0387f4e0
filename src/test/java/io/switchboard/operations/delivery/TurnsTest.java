package io.switchboard.operations.delivery;

import static io.switchboard.operations.delivery.DeliveryKit.ACME;
import static io.switchboard.operations.delivery.DeliveryKit.KIT;
import static io.switchboard.operations.delivery.DeliveryKit.PAGER;
import static io.switchboard.operations.delivery.DeliveryKit.TIME;
import static io.switchboard.operations.delivery.DeliveryKit.TO_PAGER;
import static io.switchboard.operations.delivery.DeliveryKit.TRANSACTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.control.policy.TestPolicy;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.operations.delivery.Afterwards.PutDown;
import io.switchboard.operations.delivery.Carried.Answered;
import io.switchboard.operations.delivery.Delivery.State;
import io.switchboard.platform.scheduling.BackgroundJobs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who carries what together, on the real database: claims, turns and what they leave. */
class TurnsTest {

    private final DeliveryKit kit = new DeliveryKit();
    private final FakeCarrier carrier = kit.carrier;
    private final DeliveryRows rows = kit.rows;
    private final HealthRows health = kit.health;
    private final List<Object> told = kit.told;
    private final Outbox outbox = kit.outbox;
    private final Claims claims = kit.claims;
    private final Courier courier = kit.courier;
    private final DeliveryDesk desk = kit.desk;
    private final Caller ada = kit.ada;

    @Test
    void whatWasCutOffGoesOutAgainUnderTheSameIdOnceTheClaimHasRunOut() {
        kit.announce();
        claims.take(TO_PAGER, 1); // and here the node ends
        kit.carry();
        assertThat(carrier.carried).isEmpty();
        TIME.pass(Claims.CLAIM.plusSeconds(1));
        kit.carry();
        assertThat(kit.only().state()).isEqualTo(State.DELIVERED);
        assertThat(desk.attempts(ada, kit.only().id()))
                .extracting(Attempt::outcome)
                .containsExactly("taken", "cut-off");
    }

    @Test
    void ofTwoNodesThatCarryAtOnceOneSends() throws Exception {
        kit.announce();
        var start = new CountDownLatch(1);
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = IntStream.range(0, 2)
                    .mapToObj(_ -> nodes.submit(() -> {
                        start.await();
                        return kit.courier(KIT).turn(TO_PAGER, 1);
                    }))
                    .toList();
            start.countDown();
            for (var each : both) {
                each.get();
            }
        }
        assertThat(carrier.carried).hasSize(1);
        assertThat(kit.only().attempts()).isEqualTo(1);
    }

    @Test
    void aClaimThatStandsIsNotTakenAgainBeforeItHasRunOut() {
        kit.announce();
        var lane = TO_PAGER;
        assertThat(claims.take(lane, 5)).hasSize(1);
        assertThat(claims.take(lane, 5)).isEmpty();
        TIME.pass(Claims.CLAIM);
        assertThat(claims.take(lane, 5)).singleElement().matches(again -> again.attempts() == 2);
    }

    @Test
    void whatSomebodyElseIsClaimingAtThisMomentIsLeftToThemWithoutWaiting() {
        kit.announce();
        kit.announce();
        var lane = TO_PAGER;
        var now = TIME.instant();
        TRANSACTION.executeWithoutResult(_ -> {
            var mine = kit.lanes.claim(lane, 1, now, now.plusSeconds(60));
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
        IntStream.range(0, 4).forEach(_ -> kit.announce());
        carrier.answers.add(FakeCarrier.answered(204));
        carrier.answers.add(FakeCarrier.answered(503));
        assertThat(courier.turn(TO_PAGER, 4)).isEqualTo(2);
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
        assertThat(courier.turn(TO_PAGER, 4)).as("at once, not after the claim").isEqualTo(2);
    }

    @Test
    void whatIsTakenInATurnHasOneReceiptThatSaysOfEachWhatCameOfIt() {
        var causes = List.of(receipt(1), receipt(2));
        causes.forEach(cause -> TRANSACTION.executeWithoutResult(
                _ -> outbox.put(ACME, new Announcement("a.type", "x", Map.of(), TIME.instant(), Optional.of(cause)))));
        carrier.answers.add(new Answered(200, "thanks", Optional.empty(), List.of()));
        long before = DeliveryKit.receipts("delivery.send", Outcome.ALLOWED);
        assertThat(courier.turn(TO_PAGER, 5)).isEqualTo(2);
        assertThat(DeliveryKit.receipts("delivery.send", Outcome.ALLOWED) - before)
                .isEqualTo(1);
        var receipt = desk.attempts(ada, kit.only().id()).getFirst().receipt().orElseThrow();
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
        kit.carry();
        var proof = desk.attempts(ada, kit.only().id()).getFirst().receipt().orElseThrow();
        assertThat(KIT.query().detail(ACME, proof).orElseThrow().row().receipt().parent())
                .contains(receipt(3));
    }

    private static ReceiptId receipt(int number) {
        return ReceiptId.of(new byte[] {(byte) number});
    }

    @Test
    void aPolicyThatForbidsADestinationRefusesWhatIsDueThereAndNothingElse() {
        carrier.names.add("archive");
        kit.announce();
        kit.carry(kit.courier(KIT.asking(TestPolicy.with("""
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
    void aDestinationIsLookedAtOnceForEachTransactionThatPutSomethingDownForIt() {
        TRANSACTION.executeWithoutResult(_ -> {
            outbox.put(ACME, DeliveryKit.announcement());
            outbox.put(ACME, DeliveryKit.announcement());
            assertThat(told).isEmpty();
        });
        assertThat(told).containsExactly(new PutDown(TO_PAGER));
    }

    @Test
    void whatIsPutDownGoesOutAtOnceToFourAtATimeOfADestinationAtMost() throws Exception {
        IntStream.range(0, 9).forEach(_ -> kit.announce());
        var jobs = new BackgroundJobs(KIT.correlations());
        var work = new DeliveryWork(kit.lanes, courier, jobs, KIT.correlations(), TIME);
        carrier.gate = new CountDownLatch(1);
        IntStream.range(0, 9).forEach(_ -> work.work(new PutDown(TO_PAGER)));
        while (carrier.waiting.get() < 4) {
            Thread.sleep(5);
        }
        work.work();
        Thread.sleep(50);
        assertThat(carrier.waiting).hasValue(4);
        carrier.gate.countDown();
        while (rows.waiting(ACME, PAGER) > 0) {
            Thread.sleep(5);
        }
        jobs.stop();
        assertThat(carrier.carried).hasSize(9);
        assertThat(desk.figures(ada).delivered()).isEqualTo(9);
    }

    @Test
    void aTurnThatLastsTooLongBeginsNoFurtherAttempt() {
        IntStream.range(0, 3).forEach(_ -> kit.announce());
        carrier.takes = Duration.ofMillis(700);
        assertThat(courier.turn(TO_PAGER, 3)).isEqualTo(2);
        assertThat(rows.waiting(ACME, PAGER)).isEqualTo(1);
    }

    @Test
    void whatWasTakenBeforeTheCarrierBrokeIsKept() {
        IntStream.range(0, 3).forEach(_ -> kit.announce());
        carrier.breaksAt = 2;
        assertThatThrownBy(() -> courier.turn(TO_PAGER, 3)).hasMessage("broken");
        assertThat(desk.figures(ada).delivered()).isEqualTo(1);
    }
}
