package io.switchboard.control.flags;

import java.util.regex.Pattern;

/** What rules call a cohort: 1 to 40 of a–z, 0–9 and inner hyphens. */
public record CohortKey(String value) implements Comparable<CohortKey> {

    public static final String SYNTAX = "A cohort's key has 1 to 40 characters of a–z, 0–9 and inner hyphens.";

    private static final Pattern PATTERN = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    public CohortKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException(SYNTAX);
        }
    }

    public static boolean isValid(String value) {
        return PATTERN.matcher(value).matches();
    }

    @Override
    public int compareTo(CohortKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
