package io.switchboard.operations.imports;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.documents.DocumentFile;
import io.switchboard.operations.imports.documents.FileHead;
import io.switchboard.operations.imports.documents.Outline;
import io.switchboard.operations.imports.format.ByteOrderMark;
import io.switchboard.operations.imports.format.CsvDialect;
import io.switchboard.operations.imports.format.CsvLimits;
import io.switchboard.operations.imports.format.CsvTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Uploaded files read as tables or documents, under the limits that hold for every import. */
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

    DocumentFile document(TenantId tenant, ImportId id, String name) {
        return new DocumentFile(name, () -> files.open(tenant, id));
    }

    FileHead head(TenantId tenant, ImportId id, String name) {
        try (var bytes = files.open(tenant, id)) {
            return new FileHead(name, bytes.readNBytes(FileHead.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("The stored file could not be read", e);
        }
    }

    /** What a document has and which columns that fills. */
    Outline outline(ImportPlan plan, ImportTarget target) {
        return target.document(plan.source().format()).outline(document(plan));
    }

    private DocumentFile document(ImportPlan plan) {
        return document(plan.tenant(), plan.id(), plan.source().name());
    }

    /** The checked rows; {@code fields} are those that the file has, in the target's order. */
    RowSource rows(ImportPlan plan, ImportTarget target, List<String> fields) {
        return plan.source().isDocument() ? documentRows(plan, target, fields) : tableRows(plan, target, fields);
    }

    private RowSource documentRows(ImportPlan plan, ImportTarget target, List<String> fields) {
        var columns = target.columns().stream()
                .map(ImportTarget.Column::name)
                .filter(plan.mapping()::containsKey)
                .toList();
        var reader = target.document(plan.source().format()).read(document(plan), columns);
        return new DocumentRows(reader, target.checks(plan.tenant(), plan.mapping()), fields, target);
    }

    private RowSource tableRows(ImportPlan plan, ImportTarget target, List<String> fields) {
        var table = table(plan);
        var reader = new RowReader(
                target, target.checks(plan.tenant(), plan.mapping()), fields, plan.mapping(), table.header());
        return target.fold(plan.mapping())
                .<RowSource>map(fold -> new FoldedRows(table, reader, fold))
                .orElseGet(() -> new TableRows(table, reader));
    }

    CsvTable table(ImportPlan plan) {
        return table(plan.tenant(), plan.id(), plan.source().dialect());
    }

    CsvTable table(TenantId tenant, ImportId id, CsvDialect dialect) {
        return CsvTable.open(files.open(tenant, id), dialect, LIMITS);
    }
}
