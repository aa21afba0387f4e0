package io.switchboard.insight.trustcentre.web;

/** A tenant's accent on a page for strangers. Text and buttons wear it where it can be read on white (WCAG 2.2, 1.4.3); else only the bar at the top does. */
final class Accent {

    private static final double READABLE = 4.5;
    private static final double GLARE = 0.05;

    private Accent() {}

    /** {@code accent}: {@code #rrggbb}. */
    static String css(String accent) {
        return "html {\n  --tenant-accent: " + accent + ";\n"
                + (isReadable(accent) ? "  --brand-accent: " + accent + ";\n" : "") + "}\n";
    }

    private static boolean isReadable(String accent) {
        return (1 + GLARE) / (luminance(Integer.parseInt(accent.substring(1), 16)) + GLARE) >= READABLE;
    }

    /** Relative luminance as WCAG 2.2 defines it. */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
