package io.switchboard.platform.documents;

import java.util.Optional;

/** Words that stand on every page of a copy, such as for whom it was made: 1 to 120 characters of one line. */
public record Watermark(String text) {

    public static final int LONGEST = 120;

    /** @throws IllegalArgumentException saying what is wrong with the text, as {@link #problem} does */
    public Watermark {
        text = text.strip();
        problem(text).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** None for an empty text: whoever leaves a field empty wants no watermark. */
    public static Optional<Watermark> of(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new Watermark(text));
    }

    /** Why the text cannot be a watermark, as a sentence; empty where it can. */
    public static Optional<String> problem(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty() || stripped.codePointCount(0, stripped.length()) > LONGEST) {
            return Optional.of("A watermark has 1 to " + LONGEST + " characters.");
        }
        return stripped.codePoints().anyMatch(Watermark::isForbidden)
                ? Optional.of(
                        "A watermark is one line of text: it has no control characters and none that turn its direction by force.")
                : Optional.empty();
    }

    /** With a forced direction, words could be made to read as others than those that the receipt commits to (Unicode TR 36, section 2.6). */
    private static boolean isForbidden(int codePoint) {
        return Character.isISOControl(codePoint)
                || codePoint >= 0x2028 && codePoint <= 0x202E
                || codePoint >= 0x2066 && codePoint <= 0x2069
                || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
