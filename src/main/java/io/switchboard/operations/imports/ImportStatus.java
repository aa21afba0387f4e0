package io.switchboard.operations.imports;

import java.util.Locale;

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

    public String wire() {
        return this == UPLOADED ? PLANNING.wire() : name().toLowerCase(Locale.ROOT);
    }
}
