package io.switchboard.platform.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.NumberToJSON;
import org.jspecify.annotations.Nullable;

/**
 * RFC 8785 canonical JSON of a tree of {@code Map<String, ?>}, {@code List}, {@code String}, {@code Boolean}, {@code null}, {@code Integer},
 * {@code Long} and {@code Double}. What I-JSON (RFC 7493) does not carry is refused with an {@link IllegalArgumentException}: lone
 * surrogates, numbers that are not finite, whole numbers beyond ±(2^53 − 1).
 */
public final class CanonicalJson {

    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    public static byte[] of(@Nullable Object tree) {
        var json = new CanonicalJson();
        json.write(tree);
        return json.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Boolean truth -> out.append(truth.booleanValue());
            case String text -> quote(text);
            case Integer number -> out.append(number.intValue());
            case Long number -> out.append(exact(number));
            case Double number -> out.append(finite(number));
            case List<?> list -> array(list);
            case Map<?, ?> map -> object(map);
            default ->
                throw new IllegalArgumentException(
                        "JSON has no " + value.getClass().getName() + ": turn it into text or a number first");
        }
    }

    private static long exact(long number) {
        if (number > LARGEST_EXACT || number < -LARGEST_EXACT) {
            throw new IllegalArgumentException(
                    "a whole number beyond ±(2^53 − 1) changes in other readers (RFC 7493): write it as text");
        }
        return number;
    }

    private static String finite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no number that is not finite (RFC 8785 section 3.2.2.3)");
        }
        try {
            return NumberToJSON.serializeNumber(number);
        } catch (IOException e) {
            throw new IllegalArgumentException("a number that JSON cannot carry", e);
        }
    }

    private void array(List<?> list) {
        out.append('[');
        for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
            write(items.next());
            out.append(items.hasNext() ? "," : "");
        }
        out.append(']');
    }

    /** Members in the order of their names' UTF-16 code units, which is how Java compares text. */
    private void object(Map<?, ?> map) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((name, value) -> sorted.put((String) name, value));
        String separator = "{";
        for (var member : sorted.entrySet()) {
            out.append(separator);
            quote(member.getKey());
            out.append(':');
            write(member.getValue());
            separator = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            requirePaired(text, i);
            escape(text.charAt(i));
        }
        out.append('"');
    }

    private static void requirePaired(String text, int i) {
        char c = text.charAt(i);
        boolean lone = Character.isHighSurrogate(c)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
        if (lone) {
            throw new IllegalArgumentException("a lone surrogate is not text (RFC 8785 section 3.2.2.2)");
        }
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < ' ') {
                    out.append("\\u").append(HexFormat.of().toHexDigits(c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
