package io.switchboard.platform.identity;

import java.util.Optional;

/** Which part of a search's result is wanted: after {@code offset} rows at most {@code limit}, by a field {@code F} or, without one, by id. */
public record Window<F>(long offset, int limit, Optional<F> sortBy, boolean descending) {

    static final int MOST = 500;

    public Window {
        if (offset < 0 || limit < 0 || limit > MOST) {
            throw new IllegalArgumentException("a window begins at 0 or later and has at most " + MOST + " rows");
        }
    }

    public static <F> Window<F> first(int limit) {
        return new Window<>(0, limit, Optional.empty(), false);
    }
}
