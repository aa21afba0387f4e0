package io.switchboard.operations.imports;

import io.switchboard.operations.imports.format.CsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a mapping step shows: each header with the field it is suggested for, how many of the first rows fill it (percent), and samples. */
public record ImportPreview(ImportPlan plan, List<Header> headers, List<ImportTarget.Column> fields, int sampledRows) {

    private static final int ROWS = 200;
    private static final int SAMPLES = 3;

    public record Header(String name, Optional<String> suggestedField, int fillPercent, List<String> samples) {}

    static ImportPreview of(ImportPlan plan, List<ImportTarget.Column> fields, CsvTable table) {
        var rows = new ArrayList<List<String>>();
        while (rows.size() < ROWS && table.hasNext()) {
            rows.add(table.next().cells());
        }
        var headers = new ArrayList<Header>();
        for (int i = 0; i < table.header().size(); i++) {
            headers.add(header(plan.mapping(), table.header().get(i), column(rows, i), rows.size()));
        }
        return new ImportPreview(plan, headers, fields, rows.size());
    }

    private static List<String> column(List<List<String>> rows, int index) {
        return rows.stream()
                .filter(row -> row.size() > index && !row.get(index).isBlank())
                .map(row -> row.get(index))
                .toList();
    }

    private static Header header(Map<String, String> mapping, String name, List<String> filled, int rows) {
        var field = mapping.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
        int percent = rows == 0 ? 0 : filled.size() * 100 / rows;
        return new Header(name, field, percent, filled.stream().limit(SAMPLES).toList());
    }
}
