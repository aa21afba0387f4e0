package io.switchboard.verify;

import java.time.Instant;

/**
 * A timestamp over a state of the log that the bundle's state extends: of {@code size} leaves, at {@code time}, and no later than {@code by}, which allows for
 * the accuracy that the authority claims. Only a {@code pinned} authority's word counts.
 */
record Anchor(long size, Instant time, Instant by, String authority, boolean pinned) {

    boolean covers(long index) {
        return pinned && index < size;
    }
}
