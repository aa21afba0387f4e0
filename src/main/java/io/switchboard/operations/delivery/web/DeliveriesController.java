package io.switchboard.operations.delivery.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.delivery.Attempt;
import io.switchboard.operations.delivery.Delivery;
import io.switchboard.operations.delivery.DeliveryDesk;
import io.switchboard.operations.delivery.DeliveryId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What went to the destinations of the caller's tenant, attempt by attempt. Times are RFC 3339 in UTC. */
@RestController
@RequestMapping("/api/deliveries")
class DeliveriesController {

    private final DeliveryDesk desk;

    DeliveriesController(DeliveryDesk desk) {
        this.desk = desk;
    }

    /** The latest 100 of {@code total}. */
    record All(long total, List<Item> items) {}

    /** {@code state}: waiting, delivered, gave-up, refused or cancelled. {@code dueAt}: the next attempt of one that waits. */
    record Item(
            String id,
            String message,
            String type,
            String about,
            String destination,
            String state,
            int attempts,
            Instant createdAt,
            Optional<Instant> dueAt,
            Optional<Instant> endedAt) {

        static Item of(Delivery delivery) {
            return new Item(
                    delivery.id().value(),
                    delivery.message().value(),
                    delivery.type(),
                    delivery.about(),
                    delivery.to().toString(),
                    delivery.state().wire(),
                    delivery.attempts(),
                    delivery.createdAt(),
                    delivery.state() == Delivery.State.WAITING ? Optional.of(delivery.dueAt()) : Optional.empty(),
                    delivery.endedAt());
        }
    }

    /** {@code outcome}: taken, begun, or the code of what went wrong. {@code status}: of HTTP, where there was an answer. */
    record Try(
            int number,
            Instant beganAt,
            Optional<Long> tookMillis,
            String outcome,
            Optional<Integer> status,
            String says,
            String answer,
            Optional<String> receipt) {

        static Try of(Attempt attempt) {
            return new Try(
                    attempt.number(),
                    attempt.beganAt(),
                    attempt.took().map(Duration::toMillis),
                    attempt.outcome(),
                    attempt.status().isPresent() ? Optional.of(attempt.status().getAsInt()) : Optional.empty(),
                    attempt.says(),
                    attempt.answer(),
                    attempt.receipt().map(ReceiptId::value));
        }
    }

    /** {@code body}: what is sent, each time the same. */
    record One(Item delivery, String body, List<Try> attempts) {}

    @GetMapping
    All list(Caller caller) {
        return new All(
                desk.count(caller),
                desk.deliveries(caller).stream().map(Item::of).toList());
    }

    @GetMapping("/{id}")
    One one(Caller caller, @PathVariable String id) {
        return DeliveryId.parse(id)
                .flatMap(known -> desk.find(caller, known))
                .map(delivery -> new One(
                        Item.of(delivery),
                        desk.body(caller, delivery.id()).orElse(""),
                        desk.attempts(caller, delivery.id()).stream()
                                .map(Try::of)
                                .toList()))
                .orElseThrow(DeliveriesController::notFound);
    }

    /** The same message again, under the same id. */
    @PostMapping("/{id}/replays")
    ResponseEntity<Item> replay(Caller caller, @PathVariable String id) {
        var ended = DeliveryId.parse(id)
                .flatMap(known -> desk.replay(caller, known))
                .orElseThrow(DeliveriesController::notFound);
        return switch (ended) {
            case Enforced.Done<Delivery> done ->
                ResponseEntity.status(HttpStatus.ACCEPTED)
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(Item.of(desk.find(caller, done.value().id()).orElseThrow()));
            case Enforced.Refused<Delivery> refused -> throw Problems.of(refused);
            case Enforced.Failed<Delivery> failed -> throw Problems.of(failed, HttpStatus.CONFLICT);
        };
    }

    private static ErrorResponseException notFound() {
        return Problems.of(
                HttpStatus.NOT_FOUND, "not-found", "There is no such delivery. List them at /api/deliveries.");
    }
}
