package io.switchboard.operations.administration;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether an accent can carry text: 4.5 : 1 on the pages' ground, where links are, and so for white on a button, too (WCAG 2.2, 1.4.3). */
public final class AccentContrast {

    private static final double ENOUGH = 4.5;
    private static final String GROUND = "#f6f7f9";

    private AccentContrast() {}

    /** What is wrong with an accent of the form {@code #rrggbb}, if anything is. */
    public static Optional<String> problem(String accent) {
        double ratio = (luminance(GROUND) + 0.05) / (luminance(accent) + 0.05);
        return ratio >= ENOUGH
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ENGLISH,
                        "Text in this colour is hard to read (contrast %.1f : 1, at least 4.5 : 1). Choose a darker one.",
                        Math.max(ratio, 1)));
    }

    /** Relative luminance (WCAG 2.2, definitions). */
    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(i -> weights[i] * linear(Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16)))
                .sum();
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
