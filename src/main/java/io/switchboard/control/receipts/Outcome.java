package io.switchboard.control.receipts;

import java.util.Locale;

/** How a governed action ended. */
public enum Outcome {
    ALLOWED,
    DENIED,
    FAILED,
    SIMULATED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
