package io.switchboard.operations.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an import stands. An upload without a dry run yet is {@code planning} on the wire. */
public enum ImportStatus {
    UPLOADED,
    PLANNING,
    PLANNED,
    COMMITTING,
    COMMITTED,
    STALE,
    EXPIRED,
    FAILED,
    DISCARDED;

    /** A dry run or a commit is at work on it, here or on another node. */
    public boolean isUnderWay() {
        return this == PLANNING || this == COMMITTING;
    }

    /** A status by its own name; {@code draft} is an upload without a dry run. */
    public static Optional<ImportStatus> parse(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }

    /** Unlike on the wire of one import, an upload has a word of its own, so that lists can be filtered by it. */
    public String word() {
        return this == UPLOADED ? "draft" : name().toLowerCase(Locale.ROOT);
    }

    public String wire() {
        return this == UPLOADED ? PLANNING.wire() : name().toLowerCase(Locale.ROOT);
    }
}
