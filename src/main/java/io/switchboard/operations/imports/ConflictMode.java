package io.switchboard.operations.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an import does about rows that are there already and differ: change them, leave them as they are, or do nothing at all while there are any. */
public enum ConflictMode {
    UPDATE,
    SKIP,
    STOP;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ConflictMode> parse(String wire) {
        return Arrays.stream(values()).filter(mode -> mode.wire().equals(wire)).findFirst();
    }

    /** All names, for a message. */
    public static String names() {
        return Arrays.stream(values()).map(ConflictMode::wire).collect(Collectors.joining(", "));
    }
}
