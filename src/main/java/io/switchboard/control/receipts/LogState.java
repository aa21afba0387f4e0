package io.switchboard.control.receipts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a receipt has come: committed, in a published checkpoint, or in one that somebody else attests. */
public enum LogState {
    PENDING,
    INTEGRATED,
    ANCHORED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LogState> parse(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst();
    }
}
