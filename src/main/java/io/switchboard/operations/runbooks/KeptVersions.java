package io.switchboard.operations.runbooks;

import io.switchboard.operations.imports.ImportCommitted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what every import makes of a runbook, in the import's own transaction. */
@Component
class KeptVersions {

    private final Runbooks runbooks;

    KeptVersions(Runbooks runbooks) {
        this.runbooks = runbooks;
    }

    @EventListener
    void on(ImportCommitted committed) {
        if (committed.kind().equals(RunbooksTarget.KIND)) {
            runbooks.keepVersions(committed.tenant(), committed.id());
        }
    }
}
