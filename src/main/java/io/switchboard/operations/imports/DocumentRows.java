package io.switchboard.operations.imports;

import io.switchboard.operations.imports.ImportTarget.Checked;
import io.switchboard.operations.imports.documents.DocumentProblem;
import io.switchboard.operations.imports.documents.DocumentReader;
import io.switchboard.operations.imports.documents.DocumentRow;
import io.switchboard.operations.imports.documents.UnreadableFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Rows of a document, checked as those of a table are. A problem names the pointer of the value that it is about instead of a column. */
final class DocumentRows implements RowSource {

    private static final int LONGEST = 256 << 10;

    private final DocumentReader reader;
    private final Function<Map<String, String>, Checked> check;
    private final List<String> fields;
    private final String keyColumn;
    private final int longestKey;
    private final Optional<Function<Map<String, String>, String>> computedKey;
    private int number;

    DocumentRows(
            DocumentReader reader,
            Function<Map<String, String>, Checked> check,
            List<String> fields,
            ImportTarget target) {
        this.reader = reader;
        this.check = check;
        this.fields = fields;
        this.keyColumn = target.columns().getFirst().name();
        this.longestKey = target.table().extent().key();
        this.computedKey = target.computedKey();
    }

    @Override
    public boolean hasNext() {
        return reader.hasNext();
    }

    @Override
    public FileRow next() {
        var row = reader.next();
        if (++number > Sources.LIMITS.rows()) {
            throw new UnreadableFile(
                    "too-many-rows",
                    "The file has more than " + Sources.LIMITS.rows()
                            + " entries, the most one import takes. Split it and import the parts.");
        }
        return switch (row) {
            case DocumentRow.Rejected rejected -> invalid(rejected, rejected.key(), problems(rejected));
            case DocumentRow.Read read -> checked(read);
        };
    }

    private FileRow checked(DocumentRow.Read row) {
        var texts = new LinkedHashMap<String, String>();
        row.cells().forEach((column, cell) -> texts.put(column, cell.text().strip()));
        var problems = problems(row);
        problems.addAll(ofTexts(row));
        return switch (check.apply(texts)) {
            case Checked.Invalid(var found) -> {
                found.forEach(problem -> problems.add(located(row, problem)));
                yield invalid(row, key(texts), problems);
            }
            case Checked.Valid(var values) ->
                problems.isEmpty() ? valid(row, key(texts), values) : invalid(row, key(texts), problems);
        };
    }

    private String key(Map<String, String> texts) {
        return computedKey.map(key -> key.apply(texts)).orElseGet(() -> texts.getOrDefault(keyColumn, ""));
    }

    private FileRow valid(DocumentRow row, String key, Map<String, Optional<String>> values) {
        var present = fields.stream()
                .map(field -> values.getOrDefault(field, Optional.empty()))
                .toList();
        return new FileRow.Valid(number, new Place.Pointer(row.pointer()), key, present);
    }

    private FileRow invalid(DocumentRow row, String key, List<RowProblem> problems) {
        return new FileRow.Invalid(
                number, new Place.Pointer(row.pointer()), RowReader.rejectedKey(key, longestKey), problems);
    }

    private static List<RowProblem> problems(DocumentRow row) {
        var problems = new ArrayList<RowProblem>();
        for (DocumentProblem problem : row.problems()) {
            problems.add(new RowProblem(problem.pointer(), problem.code(), problem.message(), problem.fix()));
        }
        return problems;
    }

    private static RowProblem located(DocumentRow.Read row, RowProblem problem) {
        var cell = row.cells().get(problem.field());
        var pointer = cell == null ? row.pointer() : cell.pointer();
        return new RowProblem(pointer, problem.code(), problem.message(), problem.fix());
    }

    /** An escape in JSON can stand for what is no text: such a value would not be read back as it was written. */
    private static List<RowProblem> ofTexts(DocumentRow.Read row) {
        return row.cells().values().stream()
                .flatMap(cell -> ofText(cell).stream())
                .toList();
    }

    private static Optional<RowProblem> ofText(DocumentRow.Cell cell) {
        if (!isText(cell.text())) {
            return Optional.of(new RowProblem(
                    cell.pointer(),
                    "E-108",
                    "The value has a NUL or half of a surrogate pair in it, which is no text",
                    "Remove that character"));
        }
        return isTooLong(cell.text())
                ? Optional.of(new RowProblem(
                        cell.pointer(),
                        "E-109",
                        "The value has more than 256 KiB, the most one may have",
                        "Shorten it"))
                : Optional.empty();
    }

    private static boolean isTooLong(String text) {
        return text.length() > LONGEST / 3 && text.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    private static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    @Override
    public void close() {
        reader.close();
    }
}
