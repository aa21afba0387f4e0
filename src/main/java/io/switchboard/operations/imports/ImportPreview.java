package io.switchboard.operations.imports;

import io.switchboard.operations.imports.format.CsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a mapping step shows: each header with the field it fills, how many of the first rows fill it (percent), and samples; and what the mapping
 * lacks before a dry run makes sense.
 */
public record ImportPreview(
        ImportPlan plan,
        List<Header> headers,
        List<ImportTarget.Column> fields,
        List<ImportTarget.Setting> settings,
        int sampledRows,
        Optional<String> problem) {

    private static final int ROWS = 200;
    private static final int SAMPLES = 3;

    public record Header(String name, Optional<String> field, int fillPercent, List<String> samples) {}

    static ImportPreview of(ImportPlan plan, ImportTarget target, CsvTable table) {
        var rows = new ArrayList<List<String>>();
        while (rows.size() < ROWS && table.hasNext()) {
            rows.add(table.next().cells());
        }
        var columns = Mappings.columns(target, plan.mapping());
        var headers = new ArrayList<Header>();
        for (int i = 0; i < table.header().size(); i++) {
            headers.add(header(columns, table.header().get(i), column(rows, i), rows.size()));
        }
        return new ImportPreview(
                plan, headers, target.columns(), target.settings(), rows.size(), problem(plan, target, rows.isEmpty()));
    }

    private static Optional<String> problem(ImportPlan plan, ImportTarget target, boolean empty) {
        return empty
                ? Optional.of("The file has a header and no rows. Add rows and upload it again.")
                : MappingCheck.missing(target, plan.mapping());
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
