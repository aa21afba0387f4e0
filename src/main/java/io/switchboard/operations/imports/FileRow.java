package io.switchboard.operations.imports;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A checked row of a file: its fields in stored form, or what is wrong with it. */
sealed interface FileRow {

    /** How long its values are, about. */
    long chars();

    /** {@code values} are the fields that the file has, in the target's order. */
    record Valid(int number, Place place, String key, List<Optional<String>> values) implements FileRow {

        @Override
        public long chars() {
            return values.stream()
                    .mapToLong(value -> value.map(String::length).orElse(0))
                    .sum();
        }
    }

    record Invalid(int number, Place place, @Nullable String key, List<RowProblem> problems) implements FileRow {

        @Override
        public long chars() {
            return 0;
        }
    }
}
