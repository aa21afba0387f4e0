package io.switchboard.control.receipts;

import io.switchboard.kernel.Utc;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Bounds of periods, for columns of microseconds. */
final class Timestamps {

    private Timestamps() {}

    /** A bound finer than the column has to be rounded up: {@code t ≥ bound} and {@code t < bound} then mean the same for every t stored. */
    static LocalDateTime bound(Instant at) {
        Instant down = at.truncatedTo(ChronoUnit.MICROS);
        return Utc.column(down.equals(at) ? down : down.plus(1, ChronoUnit.MICROS));
    }
}
