package io.switchboard.verify;

import java.util.HexFormat;

/** Makes text from a bundle safe for a terminal: printable ASCII, one line, at most {@value #MAX} characters. */
final class Printable {

    static final int MAX = 400;

    private Printable() {}

    static String of(String text) {
        var out = new StringBuilder();
        text.chars().limit(MAX).forEach(c -> append(out, (char) c));
        return out.append(text.length() > MAX ? "..." : "").toString();
    }

    private static void append(StringBuilder out, char c) {
        if (c >= ' ' && c <= '~') {
            out.append(c);
        } else {
            out.append("\\u").append(HexFormat.of().toHexDigits(c));
        }
    }
}
