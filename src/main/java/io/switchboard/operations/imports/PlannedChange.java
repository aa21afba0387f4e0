package io.switchboard.operations.imports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/**
 * One row of a plan as a diff shows it; values are by field, in their stored form. {@code raises}: grants privileges. {@code held}: does so and stays
 * out of the commit unless {@code ticked}.
 */
public sealed interface PlannedChange {

    int row();

    @JsonUnwrapped
    Place place();

    String key();

    /** Every field that the file has, before and after; empty for rows that are only counted. */
    default List<FieldChange> fields() {
        return List.of();
    }

    record Create(
            int row, Place place, String key, Map<String, String> after, boolean raises, boolean held, boolean ticked)
            implements PlannedChange {

        @Override
        public List<FieldChange> fields() {
            return compared(Map.of(), after);
        }
    }

    record Update(
            int row,
            Place place,
            String key,
            Map<String, String> before,
            Map<String, String> after,
            boolean raises,
            boolean held,
            boolean ticked)
            implements PlannedChange {

        @Override
        public List<FieldChange> fields() {
            return compared(before, after);
        }
    }

    /** Only where an import is reverted. */
    record Remove(int row, Place place, String key, Map<String, String> before) implements PlannedChange {

        @Override
        public List<FieldChange> fields() {
            return before.entrySet().stream()
                    .map(field -> new FieldChange(field.getKey(), field.getValue(), ""))
                    .toList();
        }
    }

    record Unchanged(int row, Place place, String key) implements PlannedChange {}

    record Reject(int row, Place place, String key, List<RowProblem> problems) implements PlannedChange {}

    record Conflict(
            int row, Place place, String key, Map<String, String> before, Map<String, String> after, String reason)
            implements PlannedChange {

        @Override
        public List<FieldChange> fields() {
            return compared(before, after);
        }
    }

    private static List<FieldChange> compared(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .map(field ->
                        new FieldChange(field.getKey(), before.getOrDefault(field.getKey(), ""), field.getValue()))
                .toList();
    }
}
