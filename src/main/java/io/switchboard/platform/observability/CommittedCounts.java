package io.switchboard.platform.observability;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts what has happened: inside a transaction only once that is committed, so that a rollback was never counted. */
@Component
public class CommittedCounts {

    private final MeterRegistry meters;

    public CommittedCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Adds to a counter; {@code tags} are names and values by turns, each of few kinds and none personal. */
    public void add(String counter, long amount, String... tags) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            meters.counter(counter, tags).increment((double) amount);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                meters.counter(counter, tags).increment((double) amount);
            }
        });
    }
}
