package io.switchboard.operations.delivery;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.operations.delivery.AttemptRows.Line;
import io.switchboard.operations.delivery.Carried.Answered;
import io.switchboard.operations.delivery.Delivery.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what came of attempts: those that were taken in a turn with one receipt, each other one with its own; each with its line of the log, and what is next for its delivery. */
@Component
class Endings {

    private final EnforcementPoint enforcement;
    private final LaneRows rows;
    private final AttemptRows attempts;
    private final Destinations destinations;
    private final RetrySchedule schedule;
    private final TransactionTemplate transaction;
    private final Clock clock;

    @Autowired
    Endings(
            EnforcementPoint enforcement,
            LaneRows rows,
            AttemptRows attempts,
            Destinations destinations,
            TransactionTemplate transaction,
            Clock clock) {
        this(
                enforcement,
                rows,
                attempts,
                destinations,
                new RetrySchedule(() -> ThreadLocalRandom.current().nextDouble()),
                transaction,
                clock);
    }

    Endings(
            EnforcementPoint enforcement,
            LaneRows rows,
            AttemptRows attempts,
            Destinations destinations,
            RetrySchedule schedule,
            TransactionTemplate transaction,
            Clock clock) {
        this.enforcement = enforcement;
        this.rows = rows;
        this.attempts = attempts;
        this.destinations = destinations;
        this.schedule = schedule;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Those that a destination took in a turn, in one transaction and with one receipt: these are most of what a delivery costs. */
    void taken(List<Made> turn) {
        if (!turn.isEmpty()) {
            transaction.executeWithoutResult(_ -> receipted(turn));
        }
    }

    private void receipted(List<Made> turn) {
        var last = turn.getLast();
        var lane = last.trip().lane();
        var action = Trip.together(turn.stream().map(Made::trip).toList());
        var ended = enforcement.perform(action, () -> {
            rows.delivered(lane.tenant(), turn);
            destinations.succeeded(lane.tenant(), lane.to(), last.ended());
            return effect(turn);
        });
        if (ended instanceof Enforced.Done<?> done) {
            attempts.end(
                    lane.tenant(),
                    turn.stream()
                            .map(made ->
                                    line(made, Attempt.TAKEN, done.receipt().id()))
                            .toList());
        }
    }

    private static Effect<String> effect(List<Made> turn) {
        var facts = new HashMap<String, Object>();
        facts.put("to", turn.getFirst().trip().lane().to().toString());
        turn.forEach(made -> {
            var delivery = made.trip().delivery().id().value();
            facts.put(delivery, made.fact());
            made.answered()
                    .filter(answered -> !answered.beginning().isEmpty())
                    .ifPresent(
                            answered -> facts.put(delivery + ".answer", "sha256:" + Sha256.of(answered.beginning())));
        });
        var subjects = turn.stream()
                .flatMap(made -> Stream.concat(
                        Stream.of(made.trip().subject()),
                        made.answered().stream().flatMap(answered -> answered.stored().stream())));
        return Effect.of("", subjects.toArray(Subject[]::new)).withFacts(facts);
    }

    /** The receipt is left first: whoever ends before the next attempt is set leaves a claim, and the attempt is made again. */
    void failed(Made made) {
        var trip = made.trip();
        var receipt = failure(trip, made.code(), made.sentence());
        attempts.end(trip.tenant(), List.of(line(made, made.code(), receipt)));
        if (destinations.exists(trip.tenant(), trip.lane().to())) {
            setNext(trip, made.answered());
            destinations.failed(trip.tenant(), trip.lane().to(), isGone(made), now());
        } else {
            rows.end(trip.tenant(), trip.delivery().id(), State.CANCELLED, now());
        }
    }

    private static boolean isGone(Made made) {
        return made.answered()
                .filter(answered -> answered.status() == Destinations.GONE)
                .isPresent();
    }

    private void setNext(Trip trip, Optional<Answered> answered) {
        var id = trip.delivery().id();
        var now = now();
        schedule.after(rows.tried(trip.tenant(), id) + 1, answered.flatMap(Answered::retryAfter))
                .ifPresentOrElse(
                        pause -> rows.later(trip.tenant(), id, now.plus(pause)),
                        () -> rows.end(trip.tenant(), id, State.GAVE_UP, now));
    }

    void refused(List<Trip> trips) {
        var now = now();
        var tenant = trips.getFirst().tenant();
        var ended = enforcement.perform(
                Trip.together(trips),
                () -> Effect.of("", trips.stream().map(Trip::subject).toArray(Subject[]::new)));
        trips.forEach(trip -> {
            var attempt = Attempt.refused(
                    trip.delivery().attempts(), now, ended.receipt().id());
            attempts.end(tenant, List.of(new Line(trip.delivery().id(), attempt)));
            rows.end(tenant, trip.delivery().id(), State.REFUSED, now);
        });
    }

    /** Attempts of before that nobody is making any more. */
    void cutOff(List<Trip> trips) {
        if (!trips.isEmpty()) {
            var tenant = trips.getFirst().tenant();
            var ids = trips.stream().map(trip -> trip.delivery().id()).toList();
            var before = attempts.begunBefore(tenant, ids);
            trips.forEach(trip ->
                    before.getOrDefault(trip.delivery().id(), List.of()).forEach(attempt -> cutOff(trip, attempt)));
        }
    }

    private void cutOff(Trip trip, Attempt begun) {
        var receipt = failure(trip, Attempt.CUT_OFF, "The node that made the attempt ended in the middle of it.");
        attempts.end(trip.tenant(), List.of(new Line(trip.delivery().id(), begun.cutOff(receipt))));
    }

    private ReceiptId failure(Trip trip, String code, String sentence) {
        return enforcement
                .perform(trip.alone(), () -> {
                    throw new ChangeFailure(code, sentence, trip.facts());
                })
                .receipt()
                .id();
    }

    private static Line line(Made made, String outcome, ReceiptId receipt) {
        var answered = made.answered();
        return new Line(
                made.trip().delivery().id(),
                new Attempt(
                        made.trip().delivery().attempts(),
                        made.began(),
                        Optional.of(made.took()),
                        outcome,
                        answered.map(each -> OptionalInt.of(each.status())).orElse(OptionalInt.empty()),
                        made.sentence(),
                        answered.map(Answered::beginning).orElse(""),
                        Optional.of(receipt)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
