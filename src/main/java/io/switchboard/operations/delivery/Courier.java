package io.switchboard.operations.delivery;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.operations.delivery.Carried.Answered;
import io.switchboard.operations.delivery.Carried.Unanswered;
import io.switchboard.operations.delivery.Delivery.State;
import io.switchboard.operations.delivery.DeliveryRows.Lane;
import io.switchboard.platform.outbound.OutboundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Attempts deliveries, one at a time: claims one, asks policy, calls the destination outside of every transaction, and keeps what came of it with a receipt. Whoever ends in between leaves a claim that runs
 * out; the message then goes out again under the same id.
 */
@Component
class Courier {

    static final ActionId SEND = new ActionId("delivery.send");

    /** Longer than any carrier is patient. */
    static final Duration CLAIM = Duration.ofSeconds(90);

    private final EnforcementPoint enforcement;
    private final PolicyDecisionPoint policy;
    private final DeliveryRows rows;
    private final AttemptRows attempts;
    private final Destinations destinations;
    private final List<Carrier> carriers;
    private final RetrySchedule schedule;
    private final TransactionTemplate transaction;
    private final Clock clock;

    @Autowired
    Courier(
            EnforcementPoint enforcement,
            PolicyDecisionPoint policy,
            DeliveryRows rows,
            AttemptRows attempts,
            Destinations destinations,
            List<Carrier> carriers,
            TransactionTemplate transaction,
            Clock clock) {
        this(
                enforcement,
                policy,
                rows,
                attempts,
                destinations,
                carriers,
                new RetrySchedule(() -> ThreadLocalRandom.current().nextDouble()),
                transaction,
                clock);
    }

    Courier(
            EnforcementPoint enforcement,
            PolicyDecisionPoint policy,
            DeliveryRows rows,
            AttemptRows attempts,
            Destinations destinations,
            List<Carrier> carriers,
            RetrySchedule schedule,
            TransactionTemplate transaction,
            Clock clock) {
        this.enforcement = enforcement;
        this.policy = policy;
        this.rows = rows;
        this.attempts = attempts;
        this.destinations = destinations;
        this.carriers = List.copyOf(carriers);
        this.schedule = schedule;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** False where nothing is due there any more, or it is switched off. */
    boolean next(Lane lane) {
        if (destinations.health(lane.tenant(), lane.to()).isDisabled()) {
            return false;
        }
        var claimed = claim(lane);
        claimed.ifPresent(delivery -> attempt(lane, delivery));
        return claimed.isPresent();
    }

    private Optional<Delivery> claim(Lane lane) {
        return Optional.ofNullable(transaction.execute(_ -> {
                    var now = now();
                    var claimed = rows.claim(lane, now, now.plus(CLAIM));
                    claimed.ifPresent(
                            delivery -> attempts.begin(lane.tenant(), delivery.id(), delivery.attempts(), now));
                    return claimed;
                }))
                .flatMap(found -> found);
    }

    private void attempt(Lane lane, Delivery delivery) {
        var message = rows.message(lane.tenant(), delivery.message());
        var trip = new Trip(lane, delivery, message, action(lane, delivery, message), now());
        attempts.cutOff(lane.tenant(), delivery.id(), delivery.attempts()).forEach(number -> cutOff(trip, number));
        if (!policy.decide(trip.action().request()).allowed()) {
            refused(trip);
            return;
        }
        switch (carry(trip)) {
            case Answered answered when answered.isTaken() -> taken(trip, answered);
            case Answered answered -> failed(trip, Problem.of(answered), Optional.of(answered));
            case Unanswered(var code, var sentence) -> failed(trip, new Problem(code, sentence), Optional.empty());
        }
    }

    private record Trip(Lane lane, Delivery delivery, OutboxMessage message, GovernedAction action, Instant began) {

        Map<String, Object> facts() {
            return Map.of(
                    "message", message.id().value(),
                    "type", message.type(),
                    "to", lane.to().toString(),
                    "attempt", (long) delivery.attempts());
        }

        Subject subject() {
            return Subject.atVersion(DeliveryDesk.DELIVERY, delivery.id().value(), delivery.attempts());
        }
    }

    private record Problem(String code, String sentence) {

        static Problem of(Answered answered) {
            return new Problem(
                    "answered-" + answered.status(),
                    "The destination answered with " + answered.status()
                            + ". Any status from 200 to 299 is taken as received; redirects are not followed.");
        }
    }

    private static GovernedAction action(Lane lane, Delivery delivery, OutboxMessage message) {
        var action = GovernedAction.of(
                Caller.system(lane.tenant(), "delivery"),
                SEND,
                ResourceRef.of(DeliveryDesk.DELIVERY, delivery.id().value()));
        return message.receipt().map(action::withParent).orElse(action);
    }

    private Carried carry(Trip trip) {
        var to = trip.lane().to();
        var carrier = carriers.stream()
                .filter(each -> each.kind() == to.kind())
                .findFirst()
                .orElseThrow();
        try {
            return carrier.carry(to.name(), trip.message());
        } catch (OutboundException e) {
            return Unanswered.of(e);
        }
    }

    private void taken(Trip trip, Answered answered) {
        var ended = enforcement.perform(trip.action(), () -> {
            var now = now();
            rows.end(trip.lane().tenant(), trip.delivery().id(), State.DELIVERED, now);
            destinations.succeeded(trip.lane().tenant(), trip.lane().to(), now);
            var facts = new HashMap<>(trip.facts());
            facts.put("status", (long) answered.status());
            facts.put("millis", Duration.between(trip.began(), now).toMillis());
            facts.put("answer", "sha256:" + Sha256.of(answered.beginning()));
            var subjects = Stream.concat(Stream.of(trip.subject()), answered.stored().stream());
            return Effect.of("", subjects.toArray(Subject[]::new)).withFacts(facts);
        });
        log(trip, Attempt.TAKEN, "Taken with " + answered.status() + ".", Optional.of(answered), ended);
    }

    /** The receipt is left first: whoever ends before the next attempt is set leaves a claim, and the attempt is made again. */
    private void failed(Trip trip, Problem problem, Optional<Answered> answered) {
        var ended = enforcement.perform(trip.action(), () -> {
            throw new ChangeFailure(problem.code(), problem.sentence(), trip.facts());
        });
        log(trip, problem.code(), problem.sentence(), answered, ended);
        var tenant = trip.lane().tenant();
        var to = trip.lane().to();
        if (!destinations.exists(tenant, to)) {
            rows.end(tenant, trip.delivery().id(), State.CANCELLED, now());
            return;
        }
        setNext(trip, answered);
        destinations.failed(
                tenant,
                to,
                answered.map(Answered::status)
                        .filter(status -> status == Destinations.GONE)
                        .isPresent(),
                now());
    }

    private void setNext(Trip trip, Optional<Answered> answered) {
        var tenant = trip.lane().tenant();
        var id = trip.delivery().id();
        var now = now();
        schedule.after(rows.tried(tenant, id) + 1, answered.flatMap(Answered::retryAfter))
                .ifPresentOrElse(
                        pause -> rows.later(tenant, id, now.plus(pause)),
                        () -> rows.end(tenant, id, State.GAVE_UP, now));
    }

    private void refused(Trip trip) {
        var ended = enforcement.perform(trip.action(), () -> Effect.of("", trip.subject()));
        log(trip, "refused", "A policy of the tenant forbids it; the receipt says which.", Optional.empty(), ended);
        rows.end(trip.lane().tenant(), trip.delivery().id(), State.REFUSED, now());
    }

    private void cutOff(Trip trip, int number) {
        var ended = enforcement.perform(trip.action(), () -> {
            throw new ChangeFailure(
                    Attempt.CUT_OFF, "The node that made the attempt ended in the middle of it.", trip.facts());
        });
        attempts.end(
                trip.lane().tenant(),
                trip.delivery().id(),
                new Attempt(
                        number,
                        trip.began(),
                        Optional.empty(),
                        Attempt.CUT_OFF,
                        OptionalInt.empty(),
                        "The portal ended in the middle of it; whether it arrived is not known. It is made again under the same id.",
                        "",
                        Optional.of(ended.receipt().id())));
    }

    private void log(Trip trip, String outcome, String says, Optional<Answered> answered, Enforced<?> ended) {
        attempts.end(
                trip.lane().tenant(),
                trip.delivery().id(),
                new Attempt(
                        trip.delivery().attempts(),
                        trip.began(),
                        Optional.of(Duration.between(trip.began(), now())),
                        outcome,
                        answered.map(each -> OptionalInt.of(each.status())).orElse(OptionalInt.empty()),
                        says,
                        answered.map(Answered::beginning).orElse(""),
                        Optional.of(ended.receipt().id())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
