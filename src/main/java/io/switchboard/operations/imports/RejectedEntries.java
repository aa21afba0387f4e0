package io.switchboard.operations.imports;

import io.switchboard.operations.imports.format.CsvText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What a document's import rejected, a problem at a time. A part of a document is no line of a table, so it is named by its pointer, which together with the file's digest
 * says exactly what was rejected.
 */
final class RejectedEntries {

    private static final List<String> HEADER = List.of("pointer", "key", "problem_at", "code", "error", "fix");

    private final IntFunction<List<PlannedChange.Reject>> after;

    /** {@code after} answers the next rejects after a row's number, none at the end. */
    RejectedEntries(IntFunction<List<PlannedChange.Reject>> after) {
        this.after = after;
    }

    void writeCsv(Writer out) throws IOException {
        out.write(CsvText.line(HEADER));
        for (var page = after.apply(0); !page.isEmpty(); page = next(page)) {
            for (var reject : page) {
                for (var problem : reject.problems()) {
                    out.write(line(reject, problem));
                }
            }
        }
    }

    private static String line(PlannedChange.Reject reject, RowProblem problem) {
        return CsvText.line(List.of(
                pointer(reject), reject.key(), problem.field(), problem.code(), problem.message(), problem.fix()));
    }

    /** For the manifest; {@code commitment} hides a key. */
    List<Map<String, Object>> entries(Function<String, String> commitment) {
        var entries = new ArrayList<Map<String, Object>>();
        for (var page = after.apply(0); !page.isEmpty(); page = next(page)) {
            for (var reject : page) {
                for (var problem : reject.problems()) {
                    entries.add(entry(reject, problem, commitment));
                }
            }
        }
        return entries;
    }

    private static Map<String, Object> entry(
            PlannedChange.Reject reject, RowProblem problem, Function<String, String> commitment) {
        return new TreeMap<>(Map.of(
                "pointer", pointer(reject),
                "key", commitment.apply(reject.key()),
                "field", problem.field(),
                "code", problem.code()));
    }

    private List<PlannedChange.Reject> next(List<PlannedChange.Reject> page) {
        return after.apply(page.getLast().row());
    }

    private static String pointer(PlannedChange.Reject reject) {
        return switch (reject.place()) {
            case Place.Pointer(var pointer) -> pointer;
            case Place.Line(long line) -> "line " + line;
        };
    }
}
