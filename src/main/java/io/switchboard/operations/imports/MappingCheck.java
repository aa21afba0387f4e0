package io.switchboard.operations.imports;

import io.switchboard.operations.imports.documents.UnreadableFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a mapping fits a kind and a file. */
final class MappingCheck {

    private MappingCheck() {}

    static void require(ImportTarget target, Map<String, String> mapping, List<String> header) {
        requireKnown(target, mapping, header);
        missing(target, mapping).ifPresent(problem -> {
            throw new UnreadableFile("missing-column", problem);
        });
    }

    static void requireKnown(ImportTarget target, Map<String, String> mapping, List<String> header) {
        var known = target.columns().stream().map(ImportTarget.Column::name).toList();
        requireValid(target, mapping);
        Mappings.columns(target, mapping).forEach((column, name) -> {
            if (!known.contains(column)) {
                throw new UnreadableFile(
                        "bad-mapping",
                        "There is no field " + column + "; fields are " + String.join(", ", known) + ".");
            }
            long found = header.stream().filter(name::equals).count();
            if (found != 1) {
                throw new UnreadableFile(
                        "bad-mapping",
                        "The file has " + found + " columns called “" + name + "”; field " + column
                                + " needs exactly one.");
            }
        });
    }

    static void requireValid(ImportTarget target, Map<String, String> mapping) {
        for (var setting : target.settings()) {
            var value = mapping.get(setting.name());
            if (value != null && !setting.isValid().test(value)) {
                throw new UnreadableFile(
                        "bad-mapping", "“" + value + "” is not possible for " + setting.name() + ". " + setting.help());
            }
        }
    }

    /** What a mapping lacks, in one sentence. */
    static Optional<String> missing(ImportTarget target, Map<String, String> mapping) {
        return target.columns().stream()
                .filter(column -> column.required() && !mapping.containsKey(column.name()))
                .findFirst()
                .map(column -> "No column of the file fills " + column.name()
                        + ", which every row needs. Map one, or add it to the file.")
                .or(() -> target.against(Mappings.columns(target, mapping).keySet()));
    }
}
