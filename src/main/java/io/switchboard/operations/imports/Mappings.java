package io.switchboard.operations.imports;

import io.switchboard.operations.imports.ImportTarget.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which header fills which column of a kind. */
final class Mappings {

    private Mappings() {}

    /** By name, else by the first synonym that the file has; without regard to case, spaces and punctuation. */
    static Map<String, String> suggest(List<Column> columns, List<String> header) {
        var mapping = new LinkedHashMap<String, String>();
        for (var column : columns) {
            Stream.concat(Stream.of(column.name()), column.synonyms().stream())
                    .flatMap(name -> header.stream().filter(cell -> plain(name).equals(plain(cell))))
                    .filter(cell -> !mapping.containsValue(cell))
                    .findFirst()
                    .ifPresent(cell -> mapping.put(column.name(), cell));
        }
        return mapping;
    }

    /** The header fills this field and no other; the field's former header fills none. */
    static Map<String, String> assign(
            ImportTarget target, Map<String, String> mapping, String header, Optional<String> field) {
        var columns = columns(target, mapping);
        var assigned = new LinkedHashMap<>(mapping);
        assigned.entrySet().removeIf(entry -> header.equals(columns.get(entry.getKey())));
        field.ifPresent(name -> assigned.put(name, header));
        return assigned;
    }

    static List<String> ignored(ImportTarget target, Map<String, String> mapping, List<String> header) {
        return target.others(mapping).isPresent() ? List.of() : left(target, mapping, header);
    }

    /** The headers that no column takes by name. */
    static List<String> left(ImportTarget target, Map<String, String> mapping, List<String> header) {
        var used = columns(target, mapping).values();
        return header.stream().filter(cell -> !used.contains(cell)).toList();
    }

    /** Without the settings that stand in it. */
    static Map<String, String> columns(ImportTarget target, Map<String, String> mapping) {
        var columns = new LinkedHashMap<>(mapping);
        target.settings().forEach(setting -> columns.remove(setting.name()));
        return columns;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
