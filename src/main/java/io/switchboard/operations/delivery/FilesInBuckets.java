package io.switchboard.operations.delivery;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.receipts.Outcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever announced files that a bucket has them. What webhooks take is a small message: whoever wants the files fetches them, which leaves a receipt of its own. */
@Component
class FilesInBuckets {

    private final DeliveryRows rows;
    private final ApplicationEventPublisher events;

    FilesInBuckets(DeliveryRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    @EventListener
    void tell(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED && done.action().equals(Trip.SEND)) {
            var sent = done.subjects().stream()
                    .filter(subject -> subject.type().equals(DeliveryDesk.DELIVERY))
                    .flatMap(subject -> DeliveryId.parse(subject.id()).stream())
                    .toList();
            rows.all(done.tenant(), sent).stream()
                    .filter(delivery -> delivery.to().kind() == Destination.Kind.BUCKET)
                    .forEach(delivery -> events.publishEvent(new AnnouncedFilesStored(
                            done.tenant(), delivery.type(), delivery.about(), done.receipt())));
        }
    }
}
