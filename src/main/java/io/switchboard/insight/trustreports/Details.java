package io.switchboard.insight.trustreports;

import java.util.List;
import java.util.Map;

/** A table of single things behind a section's figures: four columns, and at most as many rows as are good to read; {@code total} says how many there are. */
record Details(String title, List<String> columns, List<List<String>> rows, long total) {

    static final int COLUMNS = 4;
    static final int MOST = 200;

    Details {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (columns.size() != COLUMNS || rows.stream().anyMatch(row -> row.size() != COLUMNS)) {
            throw new IllegalArgumentException("a table of details has " + COLUMNS + " columns: " + columns);
        }
    }

    boolean isCut() {
        return rows.size() < total;
    }

    Map<String, Object> json() {
        return Map.of("title", title, "columns", columns, "rows", rows, "total", total);
    }
}
