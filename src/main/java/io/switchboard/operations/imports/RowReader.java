package io.switchboard.operations.imports;

import io.switchboard.operations.imports.ImportTarget.Checked;
import io.switchboard.operations.imports.format.CsvRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the rows of one file: by position to column, by column to stored form. */
final class RowReader {

    private record Cell(String column, int position) {}

    private final Function<Map<String, String>, Checked> check;
    private final List<Cell> cells;
    private final List<String> fields;
    private final String keyColumn;
    private final int keyPosition;
    private final int longestKey;
    private final Optional<Function<Map<String, String>, String>> computedKey;
    private final Optional<OtherCells> others;
    private final int width;

    RowReader(
            ImportTarget target,
            Function<Map<String, String>, Checked> check,
            List<String> fields,
            Map<String, String> mapping,
            List<String> header) {
        this.check = check;
        this.fields = fields;
        this.keyColumn = target.columns().getFirst().name();
        this.cells = Mappings.columns(target, mapping).entrySet().stream()
                .map(entry -> new Cell(entry.getKey(), header.indexOf(entry.getValue())))
                .filter(cell -> cell.position() >= 0)
                .toList();
        this.keyPosition = cells.stream()
                .filter(cell -> cell.column().equals(keyColumn))
                .mapToInt(Cell::position)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        this.longestKey = target.table().extent().key();
        this.computedKey = target.computedKey();
        this.others = target.others(mapping).map(column -> new OtherCells(column, header, positions()));
        this.width = header.size();
    }

    private Set<Integer> positions() {
        return cells.stream().map(Cell::position).collect(Collectors.toSet());
    }

    boolean hasItsWidth(CsvRow row) {
        return row.cells().size() == width;
    }

    FileRow read(CsvRow row) {
        if (!hasItsWidth(row)) {
            return invalid(row, List.of(wrongWidth(row)));
        }
        return outcome(row, check.apply(texts(row)));
    }

    Map<String, String> texts(CsvRow row) {
        var texts = LinkedHashMap.<String, String>newLinkedHashMap(cells.size() + 1);
        for (var cell : cells) {
            texts.put(cell.column(), row.cells().get(cell.position()).strip());
        }
        others.ifPresent(other -> texts.put(other.column(), other.json(row.cells())));
        return texts;
    }

    FileRow outcome(CsvRow first, Checked checked) {
        return switch (checked) {
            case Checked.Invalid(var problems) -> invalid(first, problems);
            case Checked.Valid(var values) -> valid(first, values);
        };
    }

    private FileRow valid(CsvRow row, Map<String, Optional<String>> values) {
        var key = keyText(row);
        var present = fields.stream()
                .map(field -> values.getOrDefault(field, Optional.empty()))
                .toList();
        return new FileRow.Valid(row.number(), new Place.Line(row.line()), key, present);
    }

    private FileRow invalid(CsvRow row, List<RowProblem> problems) {
        return new FileRow.Invalid(row.number(), new Place.Line(row.line()), key(row), problems);
    }

    @Nullable
    String key(CsvRow row) {
        return rejectedKey(keyText(row), longestKey);
    }

    private String keyText(CsvRow row) {
        if (computedKey.isPresent() && hasItsWidth(row)) {
            return computedKey.get().apply(texts(row));
        }
        return keyPosition < row.cells().size() ? row.cells().get(keyPosition).strip() : "";
    }

    /** By which a rejected row is found; none where it has none or one that no row can have. */
    static @Nullable String rejectedKey(String key, int longest) {
        return key.isEmpty() || key.codePointCount(0, key.length()) > longest ? null : key;
    }

    private RowProblem wrongWidth(CsvRow row) {
        return new RowProblem(
                keyColumn,
                "E-107",
                "The row has " + row.cells().size() + " fields, the header has " + width,
                "Add or remove fields, or quote a field that has the delimiter in it");
    }
}
