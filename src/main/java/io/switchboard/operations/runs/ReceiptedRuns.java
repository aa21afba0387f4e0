package io.switchboard.operations.runs;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.receipts.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A run names the receipt of its start, from which those of its steps follow. */
@Component
class ReceiptedRuns {

    private final Runs runs;

    ReceiptedRuns(Runs runs) {
        this.runs = runs;
    }

    @EventListener
    void enter(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED && done.action().equals(RunActions.START)) {
            done.subjects().forEach(subject -> runs.receipted(done.tenant(), new RunId(subject.id()), done.receipt()));
        }
    }
}
