package io.switchboard.operations.imports;

import java.time.Instant;
import java.util.Optional;

/** Which imports of a tenant: each part that is there has to hold. {@code by} is an actor's id; {@code from} is included, {@code before} is not. */
public record ImportFilter(
        Optional<String> kind,
        Optional<ImportStatus> status,
        Optional<String> by,
        Optional<Instant> from,
        Optional<Instant> before) {

    public static final ImportFilter NONE =
            new ImportFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public boolean isEmpty() {
        return equals(NONE);
    }
}
