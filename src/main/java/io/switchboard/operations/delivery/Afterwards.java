package io.switchboard.operations.delivery;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The destinations that a transaction has put something down for, told of once it has committed, each once. */
final class Afterwards implements TransactionSynchronization {

    final Set<Lane> lanes = new LinkedHashSet<>();
    private final ApplicationEventPublisher events;

    private Afterwards(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Something is due there. */
    record PutDown(Lane lane) {}

    /** Of the transaction at hand. */
    static Afterwards of(ApplicationEventPublisher events) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Afterwards.class::isInstance)
                .map(Afterwards.class::cast)
                .findFirst()
                .orElseGet(() -> registered(new Afterwards(events)));
    }

    private static Afterwards registered(Afterwards afterwards) {
        TransactionSynchronizationManager.registerSynchronization(afterwards);
        return afterwards;
    }

    @Override
    public void afterCommit() {
        lanes.forEach(lane -> events.publishEvent(new PutDown(lane)));
    }
}
