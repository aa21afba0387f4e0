package io.switchboard.verify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much is proven, in ascending order: who signed; that it was in the log; that the log's state was witnessed at a proven time. */
enum Level {
    SIGNED,
    INCLUDED,
    ANCHORED;

    static Optional<Level> of(String word) {
        return Arrays.stream(values()).filter(l -> l.wire().equals(word)).findFirst();
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
