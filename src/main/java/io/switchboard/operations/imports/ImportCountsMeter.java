package io.switchboard.operations.imports;

import io.switchboard.platform.observability.CommittedCounts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code switchboard.import.rows}: rows that commits have written, by kind and change. */
@Component
class ImportCountsMeter {

    private static final String ROWS = "switchboard.import.rows";

    private final CommittedCounts counts;

    ImportCountsMeter(CommittedCounts counts) {
        this.counts = counts;
    }

    @EventListener
    void count(ImportCommitted done) {
        counts.add(ROWS, done.created(), "kind", done.kind(), "change", "create");
        counts.add(ROWS, done.updated(), "kind", done.kind(), "change", "update");
        counts.add(ROWS, done.removed(), "kind", done.kind(), "change", "remove");
    }
}
