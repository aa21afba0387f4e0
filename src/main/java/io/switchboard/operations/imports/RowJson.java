package io.switchboard.operations.imports;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The stored form of staged rows; {@link RowPage} says what is where. The set-based statements read it with JSON_TABLE. */
final class RowJson {

    static final int KEY = 1;
    static final int OUTCOME = 2;
    static final int VERSION = 3;
    static final int DIGEST = 4;
    static final int TARGET = 4;
    static final int RAISES = 5;
    static final int FIRST_FIELD = 8;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PLACE = 0;
    private static final int PROBLEMS_OF_REJECT = 3;
    private static final int BEFORE = 6;
    private static final int PROBLEMS = 7;
    private static final int USUAL_LENGTH = 256;

    private RowJson() {}

    static String write(List<StagedRow> rows) {
        var text = new StringWriter(rows.size() * USUAL_LENGTH);
        try (var out = JSON.createGenerator(text)) {
            out.writeStartArray();
            rows.forEach(row -> write(out, row));
            out.writeEndArray();
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, StagedRow row) {
        out.writeStartArray();
        switch (row.place()) {
            case Place.Line(long line) -> out.writeNumber(line);
            case Place.Pointer(var pointer) -> out.writeString(pointer);
        }
        out.writeString(row.key());
        out.writeString(row.outcome().letter());
        switch (row) {
            case StagedRow.Unchanged unchanged -> {
                out.writeNumber(unchanged.version());
                out.writeNumber(unchanged.digest());
            }
            case StagedRow.Reject reject -> out.writePOJO(reject.problems());
            case StagedRow.Change change -> write(out, change);
        }
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, StagedRow.Change change) {
        out.writeNumber(change.version());
        out.writeString(change.targetId());
        out.writeNumber(change.raises() ? 1 : 0);
        out.writeStartObject();
        change.before().forEach((field, value) -> {
            out.writeName(field);
            out.writeString(value.orElse(null));
        });
        out.writeEndObject();
        if (change.problems().isEmpty()) {
            out.writeNull();
        } else {
            out.writePOJO(change.problems());
        }
        change.after().forEach(value -> out.writeString(value.orElse(null)));
    }

    /** {@code fields} are those that the file has, in the target's order. */
    static PlannedChange read(int number, String json, List<String> fields, boolean held, boolean ticked) {
        var row = JSON.readTree(json);
        var place = place(row.get(PLACE));
        var key = text(row.get(KEY));
        return switch (ChangeKind.ofLetter(row.get(OUTCOME).stringValue())) {
            case UNCHANGED -> new PlannedChange.Unchanged(number, place, key);
            case REJECT -> new PlannedChange.Reject(number, place, key, problems(row.get(PROBLEMS_OF_REJECT)));
            case CREATE -> new PlannedChange.Create(number, place, key, after(row, fields), raises(row), held, ticked);
            case UPDATE ->
                new PlannedChange.Update(
                        number, place, key, before(row, fields), after(row, fields), raises(row), held, ticked);
            case REMOVE -> new PlannedChange.Remove(number, place, key, before(row, fields));
            case CONFLICT ->
                new PlannedChange.Conflict(
                        number,
                        place,
                        key,
                        before(row, fields),
                        after(row, fields),
                        problems(row.get(PROBLEMS)).getFirst().message());
            case ALL, HELD -> throw new IllegalStateException("no outcome of a row: " + json);
        };
    }

    /** What the commit of this row did; {@code fields} as for {@link #read}. */
    static DoneChange done(String json, List<String> fields) {
        var row = JSON.readTree(json);
        var place = place(row.get(PLACE));
        var key = text(row.get(KEY));
        var target = text(row.get(TARGET));
        return switch (ChangeKind.ofLetter(row.get(OUTCOME).stringValue())) {
            case CREATE -> new DoneChange.Created(place, key, target, values(row, fields));
            case UPDATE -> new DoneChange.Updated(place, key, target, values(row.get(BEFORE)), values(row, fields));
            case REMOVE -> new DoneChange.Removed(place, key, values(row.get(BEFORE)));
            case UNCHANGED, CONFLICT, REJECT, ALL, HELD -> throw new IllegalStateException("nothing done: " + json);
        };
    }

    private static Map<String, Optional<String>> values(JsonNode row, List<String> fields) {
        var values = new LinkedHashMap<String, Optional<String>>();
        for (int i = 0; i < fields.size(); i++) {
            values.put(fields.get(i), value(row.get(FIRST_FIELD + i)));
        }
        return values;
    }

    private static Map<String, Optional<String>> values(JsonNode byField) {
        var values = new LinkedHashMap<String, Optional<String>>();
        byField.properties().forEach(field -> values.put(field.getKey(), value(field.getValue())));
        return values;
    }

    private static Optional<String> value(JsonNode value) {
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    private static Map<String, String> after(JsonNode row, List<String> fields) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < fields.size(); i++) {
            values.put(fields.get(i), text(row.get(FIRST_FIELD + i)));
        }
        return values;
    }

    /** What does not differ was before as it is after. */
    private static Map<String, String> before(JsonNode row, List<String> fields) {
        var values = after(row, fields);
        row.get(BEFORE).properties().forEach(field -> values.put(field.getKey(), text(field.getValue())));
        return values;
    }

    private static Place place(JsonNode written) {
        return written.isString() ? new Place.Pointer(written.stringValue()) : new Place.Line(written.longValue());
    }

    private static boolean raises(JsonNode row) {
        return row.get(RAISES).intValue() == 1;
    }

    private static List<RowProblem> problems(JsonNode array) {
        return JSON.convertValue(array, new TypeReference<List<RowProblem>>() {});
    }

    private static String text(@Nullable JsonNode value) {
        return Optional.ofNullable(value)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .orElse("");
    }

    /** A stored page of which some rows are rejected after all, by the problem of each key; rows that were rejected before keep their problems, too. */
    static Rewritten reject(String content, Map<String, RowProblem> problems) {
        var rows = (ArrayNode) JSON.readTree(content);
        for (var row : rows) {
            var problem = problems.get(text(row.get(KEY)));
            if (problem != null) {
                reject((ArrayNode) row, problem);
            }
        }
        var outcomes = rows.valueStream()
                .map(row -> ChangeKind.ofLetter(row.get(OUTCOME).stringValue()))
                .toList();
        return new Rewritten(RowPage.Tally.of(outcomes, reasons(rows)), JSON.writeValueAsString(rows));
    }

    private static Reasons reasons(ArrayNode rows) {
        return Reasons.of(rows.valueStream()
                .filter(row -> row.get(OUTCOME).stringValue().equals(ChangeKind.REJECT.letter()))
                .map(row -> row.get(PROBLEMS_OF_REJECT)
                        .valueStream()
                        .map(problem -> problem.path("code").asString())
                        .toList()));
    }

    record Rewritten(RowPage.Tally tally, String content) {}

    private static void reject(ArrayNode row, RowProblem problem) {
        var problems = row.get(OUTCOME).stringValue().equals(ChangeKind.REJECT.letter())
                ? (ArrayNode) row.get(PROBLEMS_OF_REJECT)
                : JSON.createArrayNode();
        problems.add(JSON.<JsonNode>valueToTree(problem));
        while (row.size() > OUTCOME) {
            row.remove(row.size() - 1);
        }
        row.add(ChangeKind.REJECT.letter()).add(problems);
    }
}
