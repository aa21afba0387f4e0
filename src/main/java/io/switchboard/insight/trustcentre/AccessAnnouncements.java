package io.switchboard.insight.trustcentre;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.operations.delivery.Announcement;
import io.switchboard.operations.delivery.Outbox;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the tenant's destinations that somebody asks for access, in the transaction that takes the request: its id and where to decide, never who asks. */
@Component
class AccessAnnouncements {

    static final String REQUESTED = "trust-centre.access-requested";

    private final Outbox outbox;

    AccessAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void announce(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED && done.action().equals(AccessGrants.REQUEST)) {
            AccessSteps.request(done)
                    .ifPresent(id -> outbox.put(
                            done.tenant(),
                            new Announcement(
                                    REQUESTED,
                                    id.value(),
                                    Map.of("request", id.value(), "path", "/api/trust-centre/requests/" + id),
                                    done.occurredAt(),
                                    Optional.of(done.receipt()))));
        }
    }
}
