package io.switchboard.operations.imports;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.format.ByteOrderMark;
import io.switchboard.operations.imports.format.CsvDialect;
import io.switchboard.operations.imports.format.CsvLimits;
import io.switchboard.operations.imports.format.CsvTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.springframework.stereotype.Component;

/** Uploaded files read as tables, under the limits that hold for every import. */
@Component
class Sources {

    static final CsvLimits LIMITS = CsvLimits.defaults();

    private final StoredFiles files;

    Sources(StoredFiles files) {
        this.files = files;
    }

    /** The file read by hand's choice; a byte-order mark of that encoding is skipped. */
    CsvDialect dialect(ImportPlan plan, Charset encoding, char separator) {
        try (var bytes = files.open(plan.tenant(), plan.id())) {
            return new CsvDialect(encoding, ByteOrderMark.length(bytes.readNBytes(3), encoding), separator);
        } catch (IOException e) {
            throw new UncheckedIOException("The stored file could not be read", e);
        }
    }

    CsvTable table(ImportPlan plan) {
        return table(plan.tenant(), plan.id(), plan.source().dialect());
    }

    CsvTable table(TenantId tenant, ImportId id, CsvDialect dialect) {
        return CsvTable.open(files.open(tenant, id), dialect, LIMITS);
    }
}
