package io.switchboard.platform.documents;

import java.awt.Color;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose document it looks like: a name, one accent colour as {@code #RRGGBB}, and a logo where there is one (PNG, JPEG or
 * SVG; see {@link DocumentLogo}).
 */
public record DocumentBrand(
        String name, String accent, @Nullable DocumentLogo logo) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final double WHITE_READS_BELOW = 0.179;

    /** @throws IllegalArgumentException where the accent is no colour of that form */
    public DocumentBrand {
        if (!COLOUR.matcher(accent).matches()) {
            throw new IllegalArgumentException("a brand's accent is a colour written #RRGGBB");
        }
    }

    /** White or near-black, whichever reads better on the accent (WCAG 2.2, contrast ratio). */
    String onAccent() {
        return luminance(Color.decode(accent)) < WHITE_READS_BELOW ? "#FFFFFF" : "#101828";
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
