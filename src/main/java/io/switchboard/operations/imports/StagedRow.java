package io.switchboard.operations.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of a file with what a commit would do about it. {@code number} counts rows from 1, {@code place} is where it stands in the file. */
sealed interface StagedRow {

    int number();

    Place place();

    @Nullable
    String key();

    ChangeKind outcome();

    /** How long its values are, about. */
    default long chars() {
        return 0;
    }

    /** Is there as the file has it, or gone where it is to be removed ({@link #GONE}). {@code digest} of its compared fields tells later whether it still is, once its version has moved on. */
    record Unchanged(int number, Place place, String key, int version, long digest) implements StagedRow {

        /** Instead of a version: there is no such row, as it should be. */
        static final int GONE = -1;

        @Override
        public ChangeKind outcome() {
            return ChangeKind.UNCHANGED;
        }
    }

    record Reject(int number, Place place, @Nullable String key, List<RowProblem> problems) implements StagedRow {

        @Override
        public ChangeKind outcome() {
            return ChangeKind.REJECT;
        }
    }

    /**
     * A create, an update, a removal or a conflict. {@code before} has the fields that differ, {@code after} every field that the file has, in the target's order; of a removal,
     * {@code before} has all fields and {@code after} none.
     */
    record Change(
            int number,
            Place place,
            String key,
            ChangeKind outcome,
            String targetId,
            int version,
            boolean raises,
            Map<String, Optional<String>> before,
            List<RowProblem> problems,
            List<Optional<String>> after)
            implements StagedRow {

        @Override
        public long chars() {
            return chars(before.values()) + chars(after);
        }

        private static long chars(Collection<Optional<String>> values) {
            return values.stream()
                    .mapToLong(value -> value.map(String::length).orElse(0))
                    .sum();
        }
    }
}
