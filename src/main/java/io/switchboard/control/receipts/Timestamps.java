package io.switchboard.control.receipts;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** DATETIME(6) in UTC. */
final class Timestamps {

    private Timestamps() {}

    static LocalDateTime column(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /** A bound finer than the column has to be rounded up: {@code t ≥ bound} and {@code t < bound} then mean the same for every t stored. */
    static LocalDateTime bound(Instant at) {
        Instant down = at.truncatedTo(ChronoUnit.MICROS);
        return column(down.equals(at) ? down : down.plus(1, ChronoUnit.MICROS));
    }

    static Instant instant(LocalDateTime column) {
        return column.toInstant(ZoneOffset.UTC);
    }
}
