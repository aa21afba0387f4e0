package io.switchboard.operations.delivery;

import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One attempt of a delivery, with what is sent. What the attempts of a turn have in common is decided about the destination; what becomes of one that is not taken, about its delivery. */
record Trip(Lane lane, Delivery delivery, OutboxMessage message) {

    static final ActionId SEND = new ActionId("delivery.send");

    TenantId tenant() {
        return lane.tenant();
    }

    /** To send what is due there; it follows from what all of it follows from, if that is one action. */
    static GovernedAction together(List<Trip> trips) {
        var lane = trips.getFirst().lane();
        var causes =
                trips.stream().map(trip -> trip.message().receipt()).distinct().toList();
        return action(
                lane.tenant(),
                ResourceRef.of(Destinations.DESTINATION, lane.to().toString()),
                causes.size() == 1 ? causes.getFirst() : Optional.empty());
    }

    GovernedAction alone() {
        return action(
                tenant(), ResourceRef.of(DeliveryDesk.DELIVERY, delivery.id().value()), message.receipt());
    }

    private static GovernedAction action(TenantId tenant, ResourceRef resource, Optional<ReceiptId> cause) {
        var action = GovernedAction.of(Caller.system(tenant, "delivery"), SEND, resource);
        return cause.map(action::withParent).orElse(action);
    }

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
