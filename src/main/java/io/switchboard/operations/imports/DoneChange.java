package io.switchboard.operations.imports;

import java.util.Map;
import java.util.Optional;

/** What a commit did to one row, as it is kept with its plan. Values are by field, in stored form; an empty Optional is NULL. */
sealed interface DoneChange {

    Place place();

    String key();

    /** {@code set} has every field that the file had. */
    record Created(Place place, String key, String targetId, Map<String, Optional<String>> set) implements DoneChange {}

    /** {@code before} has the fields that were changed, {@code after} every field that the file had. */
    record Updated(
            Place place,
            String key,
            String targetId,
            Map<String, Optional<String>> before,
            Map<String, Optional<String>> after)
            implements DoneChange {}

    /** {@code before} has all fields. */
    record Removed(Place place, String key, Map<String, Optional<String>> before) implements DoneChange {}
}
