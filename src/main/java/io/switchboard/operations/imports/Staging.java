package io.switchboard.operations.imports;

import io.switchboard.operations.imports.ImportTarget.Checked;
import io.switchboard.operations.imports.format.CsvRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Streams a stored file into staged rows, each validated on its way. Can be run again from the start at any time. */
@Component
class Staging {

    private static final int CHUNK = 5_000;

    private final Sources sources;
    private final ImportRows rows;
    private final RowWriter writer;
    private final TransactionTemplate transaction;

    Staging(Sources sources, ImportRows rows, RowWriter writer, PlatformTransactionManager transactions) {
        this.sources = sources;
        this.rows = rows;
        this.writer = writer;
        this.transaction = new TransactionTemplate(transactions);
    }

    void stage(ImportPlan plan, ImportTarget target) {
        rows.clear(plan);
        try (var table = sources.table(plan)) {
            var reader = new RowReader(target, target.checks(plan.tenant()), plan.mapping(), table.header());
            var chunk = new ArrayList<RowWriter.Staged>(CHUNK);
            while (table.hasNext()) {
                chunk.add(reader.read(table.next()));
                if (chunk.size() == CHUNK) {
                    flush(plan, chunk);
                }
            }
            flush(plan, chunk);
        }
    }

    private void flush(ImportPlan plan, List<RowWriter.Staged> chunk) {
        if (!chunk.isEmpty()) {
            transaction.executeWithoutResult(status -> writer.write(plan, chunk));
            chunk.clear();
        }
    }

    /** Turns cells into a staged row: by position to column, by column to stored form. */
    private record RowReader(
            ImportTarget target,
            Function<Map<String, String>, Checked> check,
            Map<String, String> mapping,
            List<String> header) {

        RowWriter.Staged read(CsvRow row) {
            if (row.cells().size() != header.size()) {
                return reject(row, List.of(width(row)));
            }
            return switch (check.apply(cells(row))) {
                case Checked.Invalid(var problems) -> reject(row, problems);
                case Checked.Valid(var values) -> valid(row, values);
            };
        }

        private RowWriter.Staged valid(CsvRow row, Map<String, Optional<String>> values) {
            var fields = target.table().fields().stream()
                    .map(field -> values.getOrDefault(field, Optional.empty()))
                    .toList();
            return new RowWriter.Staged(row.number(), row.line(), key(row), fields, target.newId(), List.of());
        }

        private RowWriter.Staged reject(CsvRow row, List<RowProblem> problems) {
            return new RowWriter.Staged(row.number(), row.line(), key(row), List.of(), null, problems);
        }

        private @org.jspecify.annotations.Nullable String key(CsvRow row) {
            var key = Optional.ofNullable(cells(row).get(keyColumn())).orElse("");
            return key.isEmpty() || key.length() > 128 ? null : key;
        }

        private Map<String, String> cells(CsvRow row) {
            var cells = new LinkedHashMap<String, String>();
            mapping.forEach((column, name) -> {
                int index = header.indexOf(name);
                if (index >= 0 && index < row.cells().size()) {
                    cells.put(column, row.cells().get(index).strip());
                }
            });
            return cells;
        }

        private RowProblem width(CsvRow row) {
            return new RowProblem(
                    keyColumn(),
                    "E-107",
                    "The row has " + row.cells().size() + " fields, the header has " + header.size(),
                    "Add or remove fields, or quote a field that has the delimiter in it");
        }

        private String keyColumn() {
            return target.columns().getFirst().name();
        }
    }
}
