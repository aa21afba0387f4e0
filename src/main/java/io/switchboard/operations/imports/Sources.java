package io.switchboard.operations.imports;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.format.CsvDialect;
import io.switchboard.operations.imports.format.CsvLimits;
import io.switchboard.operations.imports.format.CsvTable;
import org.springframework.stereotype.Component;

/** Uploaded files read as tables, under the limits that hold for every import. */
@Component
class Sources {

    static final CsvLimits LIMITS = CsvLimits.defaults();

    private final StoredFiles files;

    Sources(StoredFiles files) {
        this.files = files;
    }

    CsvTable table(ImportPlan plan) {
        return table(plan.tenant(), plan.id(), plan.source().dialect());
    }

    CsvTable table(TenantId tenant, ImportId id, CsvDialect dialect) {
        return CsvTable.open(files.open(tenant, id), dialect, LIMITS);
    }
}
