package io.switchboard.operations.incidents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How bad an incident is, 1 the worst. {@code SEV1}, {@code P1}, {@code 1 - Critical} and {@code critical} are one thing. */
public enum Severity {
    CRITICAL(1, "critical", "blocker emergency"),
    HIGH(2, "high", "major error"),
    MODERATE(3, "moderate", "medium warning"),
    LOW(4, "low", "minor"),
    INFORMATIONAL(5, "informational", "info planning none");

    private final int level;
    private final String word;
    private final String synonyms;

    Severity(int level, String word, String synonyms) {
        this.level = level;
        this.word = word;
        this.synonyms = synonyms;
    }

    public int level() {
        return level;
    }

    public String word() {
        return word;
    }

    public static Optional<Severity> parse(String text) {
        var plain = text.toLowerCase(Locale.ROOT).strip();
        var level = plain.replaceFirst("^(sev(erity)?|p(rio(rity)?)?)[\\s_-]*(?=\\d)", "");
        return Arrays.stream(values())
                .filter(severity -> severity.word.equals(plain)
                        || Set.of(severity.synonyms.split(" ")).contains(plain)
                        || level.equals(String.valueOf(severity.level))
                        || level.startsWith(severity.level + " -"))
                .findFirst();
    }

    static Severity ofLevel(String level) {
        return parse(level).orElseThrow();
    }
}
