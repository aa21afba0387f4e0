package io.switchboard.operations.entities;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way edges are followed: as they point, against it, or both. Undirected edges are followed in any case. */
public enum Direction {
    OUT,
    IN,
    BOTH;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Direction> parse(String wire) {
        return Arrays.stream(values())
                .filter(direction -> direction.wire().equals(wire))
                .findFirst();
    }

    boolean follows() {
        return this != IN;
    }

    boolean goesAgainst() {
        return this != OUT;
    }
}
