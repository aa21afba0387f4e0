package io.switchboard.operations.entities.ui;

import java.util.Locale;

/** Writes SVG. Every text and attribute that comes from data is escaped here. */
final class Svg {

    private final StringBuilder out = new StringBuilder();

    /** {@code values} are put in for {@code %s}, escaped, and for {@code %.1f}. */
    Svg add(String form, Object... values) {
        var escaped = values.clone();
        for (int i = 0; i < escaped.length; i++) {
            escaped[i] = escaped[i] instanceof Double number ? number : escaped(String.valueOf(escaped[i]));
        }
        out.append(String.format(Locale.ROOT, form, escaped));
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
