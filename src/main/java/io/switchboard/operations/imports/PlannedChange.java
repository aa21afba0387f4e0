package io.switchboard.operations.imports;

import java.util.List;
import java.util.Map;

/** One row of a plan as a diff shows it; values are by field, in their stored form. {@code raises}: grants privileges. {@code held}: not ticked. */
public sealed interface PlannedChange {

    int row();

    long line();

    String key();

    record Create(int row, long line, String key, Map<String, String> after, boolean raises, boolean held)
            implements PlannedChange {}

    record Update(
            int row,
            long line,
            String key,
            Map<String, String> before,
            Map<String, String> after,
            boolean raises,
            boolean held)
            implements PlannedChange {}

    record Unchanged(int row, long line, String key) implements PlannedChange {}

    record Reject(int row, long line, String key, List<RowProblem> problems) implements PlannedChange {}

    record Conflict(
            int row, long line, String key, Map<String, String> before, Map<String, String> after, String reason)
            implements PlannedChange {}
}
