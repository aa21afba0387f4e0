package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.receipts.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An import names the receipt of what was done with it in the transaction that did it, so that a crash right after leaves no other one there. */
@Component
class ReceiptedImports {

    private final Imports imports;

    ReceiptedImports(Imports imports) {
        this.imports = imports;
    }

    @EventListener
    void enter(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED && ImportActions.changes(done.action())) {
            done.subjects()
                    .forEach(subject -> imports.receipted(
                            done.tenant(), new ImportId(subject.id()), done.receipt(), done.decision()));
        }
    }
}
