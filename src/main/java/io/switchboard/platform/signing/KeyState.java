package io.switchboard.platform.signing;

import java.util.Locale;

/** Where a key stands: it signs; it no longer signs, but its window is still open; its window has ended. What it signed within its window verifies in each. */
public enum KeyState {
    CURRENT,
    OVERLAP,
    RETIRED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
