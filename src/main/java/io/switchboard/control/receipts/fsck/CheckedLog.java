package io.switchboard.control.receipts.fsck;

import java.time.Instant;
import java.util.Optional;

/** What a check found: so many entries and kept checkpoints compared, and the first difference. */
public record CheckedLog(Instant at, long entries, int checkpoints, Optional<String> difference) {}
