package io.switchboard.operations.imports;

import io.switchboard.control.receipts.Purged;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.retention.DueRecords;
import io.switchboard.operations.retention.PurgeableRecords;
import io.switchboard.operations.retention.PurgedRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Files and staged rows of imports, which are people's data; head, counts and receipts stay. They are read by the database as they are and so are not sealed: a purge deletes them, and its manifest has
 * the digest of the file, which the import's receipts name too.
 */
@Component
@Order(3)
class PurgeableImports implements PurgeableRecords {

    private static final int DAYS = 30;
    private static final int AT_ONCE = 20;

    private final Imports imports;
    private final StoredFiles files;
    private final ImportRows rows;

    PurgeableImports(Imports imports, StoredFiles files, ImportRows rows) {
        this.imports = imports;
        this.files = files;
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "imports";
    }

    @Override
    public String title() {
        return "Files and rows of imports";
    }

    @Override
    public String what() {
        return "The uploaded file, its rows and what they would change, deleted together. The import, its counts and its receipts stay; it can no longer be reverted.";
    }

    @Override
    public Optional<Integer> defaultDays() {
        return Optional.of(DAYS);
    }

    @Override
    public DueRecords due(TenantId tenant, Instant before) {
        return imports.old(tenant, before);
    }

    @Override
    public List<PurgedRecord> purge(TenantId tenant, Instant before, int most, Purged purged) {
        return imports.lockedOld(tenant, before, Math.min(most, AT_ONCE)).stream()
                .map(plan -> clear(plan, purged))
                .toList();
    }

    /** A draft or plan of that age has ended, too. */
    private PurgedRecord clear(ImportPlan plan, Purged purged) {
        imports.move(plan, ImportStatus.UPLOADED, ImportStatus.EXPIRED);
        imports.move(plan, ImportStatus.PLANNED, ImportStatus.EXPIRED);
        rows.clear(plan);
        files.delete(plan.tenant(), plan.id());
        imports.cleared(plan, purged);
        return new PurgedRecord(
                plan.id().value(), plan.createdAt(), plan.source().digest(), Optional.empty());
    }
}
