package io.switchboard.operations.imports;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Deletes files and staged rows, which are people's data, when an import has ended long enough ago; head, counts and receipts stay. Every step can be done
 * twice, by this node or another.
 */
@Component
class ImportKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(ImportKeeping.class);
    private static final Duration BROKEN_UPLOAD = Duration.ofDays(1);
    private static final int AT_ONCE = 100;

    private final Imports imports;
    private final StoredFiles files;
    private final ImportRows rows;
    private final Clock clock;
    private final Duration keep;

    ImportKeeping(
            Imports imports,
            StoredFiles files,
            ImportRows rows,
            Clock clock,
            @Value("${switchboard.imports.keep:P30D}") Duration keep) {
        this.imports = imports;
        this.files = files;
        this.rows = rows;
        this.clock = clock;
        this.keep = keep;
    }

    void clear() {
        var now = clock.instant();
        for (var plan : imports.notKeptSince(now.minus(keep), AT_ONCE)) {
            clear(plan);
        }
        files.deleteBroken(now.minus(BROKEN_UPLOAD));
    }

    /** A draft or plan of that age has ended, too. The head is marked last: what breaks off in between is done again. */
    private void clear(ImportPlan plan) {
        imports.move(plan, ImportStatus.UPLOADED, ImportStatus.EXPIRED);
        imports.move(plan, ImportStatus.PLANNED, ImportStatus.EXPIRED);
        rows.clear(plan);
        files.delete(plan.tenant(), plan.id());
        imports.cleared(plan, clock.instant());
        LOG.info("File and rows of import {} were deleted, {} after its start", plan.id(), keep);
    }
}
