package io.switchboard.platform.identity;

import java.util.Arrays;
import java.util.Locale;

/** Which source a member was last written by: sources do not overwrite each other unasked. */
public enum ManagedBy {
    MANUAL,
    IMPORT,
    SCIM;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ManagedBy of(String wire) {
        return Arrays.stream(values())
                .filter(source -> source.wire().equals(wire))
                .findFirst()
                .orElseThrow();
    }
}
