package io.switchboard.operations.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much it hurts, in the words of who says so. The weight is a factor of an issue's rank. */
public enum Impact {
    BLOCKS(3, "blocks me"),
    SLOWS(2, "slows me"),
    IDEA(1, "idea");

    private final int weight;
    private final String words;

    Impact(int weight, String words) {
        this.weight = weight;
        this.words = words;
    }

    public int weight() {
        return weight;
    }

    public String words() {
        return words;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Impact> parse(String wire) {
        return Arrays.stream(values())
                .filter(impact -> impact.wire().equals(wire))
                .findFirst();
    }

    static Impact ofWeight(int weight) {
        return Arrays.stream(values())
                .filter(impact -> impact.weight == weight)
                .findFirst()
                .orElseThrow();
    }
}
