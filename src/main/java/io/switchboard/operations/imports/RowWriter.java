package io.switchboard.operations.imports;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings validated rows into the staging table, a few thousand at a time. */
interface RowWriter {

    /** How many fields a staged row has room for. */
    int FIELDS = 10;

    void write(ImportPlan plan, List<Staged> rows);

    /** A row ready for staging; {@code values} in the order of the target's fields. */
    record Staged(
            int number,
            long line,
            @Nullable String key,
            List<Optional<String>> values,
            @Nullable String newId,
            List<RowProblem> problems) {

        boolean isValid() {
            return problems.isEmpty();
        }

        @Nullable
        String value(int index) {
            return index < values.size() ? values.get(index).orElse(null) : null;
        }
    }
}
