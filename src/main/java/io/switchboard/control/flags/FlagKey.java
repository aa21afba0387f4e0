package io.switchboard.control.flags;

import java.util.Set;
import java.util.regex.Pattern;

/** What code calls a flag: 1 to 64 of a–z, 0–9 and inner dots, hyphens and underscores. */
public record FlagKey(String value) implements Comparable<FlagKey> {

    public static final String SYNTAX = "A flag's key has 1 to 64 characters of a–z, 0–9 and inner . _ -";

    private static final Pattern PATTERN = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?");

    /** Other things have these names in the addresses of flags. */
    private static final Set<String> TAKEN = Set.of("evaluations", "cohorts", "new");

    public FlagKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException(SYNTAX);
        }
    }

    public static boolean isValid(String value) {
        return PATTERN.matcher(value).matches() && !TAKEN.contains(value);
    }

    @Override
    public int compareTo(FlagKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
