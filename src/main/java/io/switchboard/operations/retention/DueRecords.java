package io.switchboard.operations.retention;

import java.time.Instant;
import java.util.Optional;

/** How many records are older than they are kept, and the times of the first and the last of them. */
public record DueRecords(long number, Optional<Instant> oldest, Optional<Instant> newest) {}
