package io.switchboard.operations.delivery;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How a tenant's destinations do, and what switches one off: by a receipt, and told to the tenant's other destinations, since the one in question hears nothing any more. */
@Component
class Destinations {

    static final ActionId DISABLE = new ActionId("delivery.disable");
    static final String DESTINATION = "Destination";
    static final int GONE = 410;

    private final EnforcementPoint enforcement;
    private final Outbox outbox;
    private final HealthRows health;
    private final TransactionTemplate transaction;

    Destinations(EnforcementPoint enforcement, Outbox outbox, HealthRows health, TransactionTemplate transaction) {
        this.enforcement = enforcement;
        this.outbox = outbox;
        this.health = health;
        this.transaction = transaction;
    }

    Health health(TenantId tenant, Destination to) {
        return health.of(tenant, to);
    }

    boolean exists(TenantId tenant, Destination to) {
        return outbox.destinations(tenant).contains(to);
    }

    void succeeded(TenantId tenant, Destination to, Instant now) {
        health.succeeded(tenant, to, now);
    }

    void failed(TenantId tenant, Destination to, boolean saysThatItIsGone, Instant now) {
        health.failed(tenant, to, now);
        var until = health.of(tenant, to).disablesAt();
        if (saysThatItIsGone) {
            disable(tenant, to, "answered-" + GONE, now);
        } else if (until.filter(at -> !now.isBefore(at)).isPresent()) {
            disable(tenant, to, "only-failures", now);
        }
    }

    /** The receipt, the switch and what the others are told are one transaction. */
    private void disable(TenantId tenant, Destination to, String why, Instant now) {
        transaction.executeWithoutResult(_ -> enforcement.perform(
                GovernedAction.of(
                        Caller.system(tenant, "delivery"), DISABLE, ResourceRef.of(DESTINATION, to.toString())),
                () -> {
                    if (!health.disable(tenant, to, why, now)) {
                        throw new ChangeFailure("disabled-already", "It has been switched off meanwhile.");
                    }
                    outbox.put(tenant, announcement(to, why, now), others(tenant, to));
                    return Effect.of("", Subject.atVersion(DESTINATION, to.toString(), 1))
                            .withFacts(Map.of("why", why));
                }));
    }

    private static Announcement announcement(Destination to, String why, Instant now) {
        return new Announcement(
                "delivery.destination-disabled",
                to.toString(),
                Map.of("destination", to.toString(), "why", why),
                now,
                Optional.empty());
    }

    private List<Destination> others(TenantId tenant, Destination to) {
        return outbox.destinations(tenant).stream()
                .filter(other -> !other.equals(to))
                .filter(other -> !health.of(tenant, other).isDisabled())
                .toList();
    }
}
