package io.switchboard.operations.imports;

import io.switchboard.operations.imports.format.CsvRow;
import io.switchboard.operations.imports.format.CsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a mapping says besides columns, where a kind has such settings. */
final class Settings {

    private static final int SAMPLE = 200;

    private Settings() {}

    /** The mapping with a suggestion for every setting that it does not have; looks at the table's first rows for it. */
    static Map<String, String> completed(ImportTarget target, Map<String, String> mapping, CsvTable table) {
        if (target.settings().stream().allMatch(setting -> mapping.containsKey(setting.name()))) {
            return target.settled(mapping, Mappings.left(target, mapping, table.header()));
        }
        var completed = new LinkedHashMap<>(mapping);
        var sample = sample(Mappings.columns(target, mapping), table);
        target.settings()
                .forEach(setting -> completed.computeIfAbsent(
                        setting.name(), _ -> setting.suggest().apply(sample)));
        return target.settled(completed, Mappings.left(target, completed, table.header()));
    }

    /** What a document is read by: its columns, and for each setting that documents have what was wanted, else what is suggested. */
    static Map<String, String> ofDocument(
            ImportTarget target, Map<String, String> columns, Map<String, String> wanted) {
        var mapping = new LinkedHashMap<>(columns);
        ofDocuments(target)
                .forEach(setting -> mapping.put(
                        setting.name(),
                        Optional.ofNullable(wanted.get(setting.name()))
                                .orElseGet(() -> setting.suggest().apply(List.of()))));
        return mapping;
    }

    static List<ImportTarget.Setting> ofDocuments(ImportTarget target) {
        return target.settings().stream()
                .filter(ImportTarget.Setting::ofDocuments)
                .toList();
    }

    private static List<Map<String, String>> sample(Map<String, String> columns, CsvTable table) {
        var sample = new ArrayList<Map<String, String>>();
        while (sample.size() < SAMPLE && table.hasNext()) {
            sample.add(cells(columns, table.header(), table.next()));
        }
        return sample;
    }

    private static Map<String, String> cells(Map<String, String> columns, List<String> header, CsvRow row) {
        var cells = new LinkedHashMap<String, String>();
        columns.forEach((column, name) -> {
            int position = header.indexOf(name);
            if (position >= 0 && position < row.cells().size()) {
                cells.put(column, row.cells().get(position).strip());
            }
        });
        return cells;
    }
}
