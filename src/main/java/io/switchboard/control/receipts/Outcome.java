package io.switchboard.control.receipts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a governed action ended. */
public enum Outcome {
    ALLOWED,
    DENIED,
    FAILED,
    SIMULATED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Outcome> parse(String wire) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.wire().equals(wire))
                .findFirst();
    }
}
