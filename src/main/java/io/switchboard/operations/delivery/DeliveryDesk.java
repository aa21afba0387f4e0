package io.switchboard.operations.delivery;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.delivery.Delivery.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** A tenant's deliveries and destinations for whoever may look, and what people do about them: a test event, a replay, switching a destination on again. */
@Service
public class DeliveryDesk {

    public static final ActionId VIEW = new ActionId("delivery.follow");
    public static final ActionId TEST = new ActionId("delivery.test");
    public static final ActionId REPLAY = new ActionId("delivery.replay");
    public static final ActionId ENABLE = new ActionId("delivery.enable");

    static final String DELIVERY = "Delivery";

    /** What the tiles count. */
    public static final Duration PERIOD = Duration.ofDays(7);

    private static final ActionId ENDPOINT_REMOVED = new ActionId("webhooks.remove");
    private static final int MOST = 100;

    private final EnforcementPoint enforcement;
    private final Viewing viewing;
    private final Outbox outbox;
    private final DeliveryRows rows;
    private final AttemptRows attempts;
    private final HealthRows health;
    private final Clock clock;

    DeliveryDesk(
            EnforcementPoint enforcement,
            Viewing viewing,
            Outbox outbox,
            DeliveryRows rows,
            AttemptRows attempts,
            HealthRows health,
            Clock clock) {
        this.enforcement = enforcement;
        this.viewing = viewing;
        this.outbox = outbox;
        this.rows = rows;
        this.attempts = attempts;
        this.health = health;
        this.clock = clock;
    }

    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, DELIVERY);
    }

    /** The latest 100 of {@link #count}. */
    public List<Delivery> deliveries(Caller caller) {
        viewing.require(caller, VIEW, DELIVERY);
        return rows.list(caller.tenant(), MOST);
    }

    public long count(Caller caller) {
        viewing.require(caller, VIEW, DELIVERY);
        return rows.count(caller.tenant());
    }

    public Optional<Delivery> find(Caller caller, DeliveryId id) {
        viewing.require(caller, VIEW, DELIVERY);
        return rows.find(caller.tenant(), id);
    }

    /** The delivery log of one, the latest 100 attempts first. */
    public List<Attempt> attempts(Caller caller, DeliveryId id) {
        viewing.require(caller, VIEW, DELIVERY);
        return attempts.list(caller.tenant(), id, MOST);
    }

    /** What is sent, each time the same; empty where there is no such delivery. */
    public Optional<String> body(Caller caller, DeliveryId id) {
        return find(caller, id)
                .map(delivery ->
                        rows.message(caller.tenant(), delivery.message()).body());
    }

    /** A destination with how it does, and how much waits for it. */
    public record Listed(Destination destination, Health health, long waiting) {}

    public List<Listed> destinations(Caller caller) {
        viewing.require(caller, VIEW, DELIVERY);
        var healths = health.all(caller.tenant());
        return outbox.destinations(caller.tenant()).stream()
                .map(each -> new Listed(
                        each, healths.getOrDefault(each, Health.UNKNOWN), rows.waiting(caller.tenant(), each)))
                .toList();
    }

    /** Those that are switched off, so that pages can say so to whoever may look. */
    public List<Listed> disabled(Caller caller) {
        return againstViewing(caller).isPresent()
                ? List.of()
                : destinations(caller).stream()
                        .filter(each -> each.health().isDisabled())
                        .toList();
    }

    /** What was created within the last {@link #PERIOD}. Latency is from the event to its being taken, by nearest rank over all that were; empty where there are none. */
    public record Figures(
            long delivered, long waiting, long givenUp, Optional<Duration> median, Optional<Duration> p95) {}

    public Figures figures(Caller caller) {
        viewing.require(caller, VIEW, DELIVERY);
        var tenant = caller.tenant();
        var since = now().minus(PERIOD);
        var took = rows.latencies(tenant, since);
        return new Figures(
                rows.count(tenant, State.DELIVERED, since),
                rows.count(tenant, State.WAITING, since),
                rows.count(tenant, State.GAVE_UP, since),
                rank(took, 50),
                rank(took, 95));
    }

    private static Optional<Duration> rank(List<Duration> sorted, int percent) {
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1));
    }

    /** A message of the type {@code delivery.test}, on the way that all take. Empty where the tenant has no such destination. */
    public Optional<Enforced<DeliveryId>> test(Caller caller, Destination to) {
        return outbox.destinations(caller.tenant()).contains(to)
                ? Optional.of(enforcement.perform(on(caller, TEST, to), () -> {
                    require(
                            !health.of(caller.tenant(), to).isDisabled(),
                            "disabled",
                            "The destination is switched off, so nothing is sent to it. Switch it on first.");
                    var test = new Announcement(
                            "delivery.test",
                            to.toString(),
                            Map.of("destination", to.toString()),
                            now(),
                            Optional.empty());
                    var id = outbox.put(caller.tenant(), test, List.of(to)).getFirst();
                    return Effect.of(
                            id,
                            Subject.atVersion(Destinations.DESTINATION, to.toString(), 1),
                            Subject.atVersion(DELIVERY, id.value(), 1));
                }))
                : Optional.empty();
    }

    /** Sent again under the same id, from the first pause on. Empty where the tenant has no such delivery. */
    public Optional<Enforced<Delivery>> replay(Caller caller, DeliveryId id) {
        return rows.find(caller.tenant(), id)
                .map(delivery -> enforcement.perform(
                        GovernedAction.of(caller, REPLAY, ResourceRef.of(DELIVERY, id.value())), () -> {
                            require(
                                    outbox.destinations(caller.tenant()).contains(delivery.to()),
                                    "destination-gone",
                                    "The destination " + delivery.to()
                                            + " is not there any more. Share the file by a secure link instead.");
                            require(
                                    rows.again(caller.tenant(), id, now()),
                                    "on-its-way",
                                    "It waits for its next attempt already, or somebody else has replayed it.");
                            return Effect.of(delivery, Subject.atVersion(DELIVERY, id.value(), delivery.attempts() + 1))
                                    .withFacts(Map.of(
                                            "message", delivery.message().value(),
                                            "to", delivery.to().toString()));
                        }));
    }

    /** What waited for it goes out at once. Empty where the tenant has no such destination. */
    public Optional<Enforced<Destination>> enable(Caller caller, Destination to) {
        return outbox.destinations(caller.tenant()).contains(to)
                ? Optional.of(enforcement.perform(on(caller, ENABLE, to), () -> {
                    require(
                            health.enable(caller.tenant(), to),
                            "enabled-already",
                            "The destination is switched on already.");
                    long waiting = rows.hurry(caller.tenant(), to, now());
                    return Effect.of(to, Subject.atVersion(Destinations.DESTINATION, to.toString(), 1))
                            .withFacts(Map.of("waiting", waiting));
                }))
                : Optional.empty();
    }

    /** A destination of the same name that is made later is another one, with a health of its own. */
    @EventListener
    void removed(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED && done.action().equals(ENDPOINT_REMOVED)) {
            done.subjects()
                    .forEach(subject ->
                            health.forget(done.tenant(), new Destination(Destination.Kind.WEBHOOK, subject.id())));
        }
    }

    private static GovernedAction on(Caller caller, ActionId action, Destination to) {
        return GovernedAction.of(caller, action, ResourceRef.of(Destinations.DESTINATION, to.toString()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void require(boolean condition, String code, String message) {
        if (!condition) {
            throw new ChangeFailure(code, message);
        }
    }
}
