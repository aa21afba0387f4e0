package io.switchboard.verify.json;

import io.switchboard.verify.json.JsonValue.JsonArray;
import io.switchboard.verify.json.JsonValue.JsonLiteral;
import io.switchboard.verify.json.JsonValue.JsonNumber;
import io.switchboard.verify.json.JsonValue.JsonObject;
import io.switchboard.verify.json.JsonValue.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** RFC 8785: the one way to write a JSON value. Members sorted by UTF-16 code units, no white space, numbers as ECMAScript has them. */
public final class CanonicalJson {

    private final StringBuilder out;

    private CanonicalJson(StringBuilder out) {
        this.out = out;
    }

    /** The canonical bytes of {@code value}. */
    public static byte[] of(JsonValue value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The canonical form of {@code value} as text. */
    public static String text(JsonValue value) {
        var out = new StringBuilder();
        new CanonicalJson(out).write(value);
        return out.toString();
    }

    /** The value that {@code utf8} holds, refused unless the bytes are its canonical form. */
    public static JsonValue read(byte[] utf8) throws MalformedJson {
        return JsonReader.readCanonical(utf8);
    }

    private void write(JsonValue value) {
        switch (value) {
            case JsonObject object -> object(object.members());
            case JsonArray array -> array(array);
            case JsonText text -> quoted(text.value());
            case JsonNumber number -> out.append(EcmaScriptNumber.of(number.value()));
            case JsonLiteral literal -> out.append(literal.name().toLowerCase(Locale.ROOT));
        }
    }

    private void object(Map<String, JsonValue> members) {
        String separator = "{";
        for (var member : sorted(members).entrySet()) {
            out.append(separator);
            quoted(member.getKey());
            out.append(':');
            write(member.getValue());
            separator = ",";
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    /** Sorting is skipped where the members are in order already, as they are in what is checked for being canonical. */
    private static Map<String, JsonValue> sorted(Map<String, JsonValue> members) {
        String before = "";
        for (String name : members.keySet()) {
            if (name.compareTo(before) < 0) {
                return new TreeMap<>(members);
            }
            before = name;
        }
        return members;
    }

    private void array(JsonArray array) {
        String separator = "[";
        for (JsonValue item : array.items()) {
            out.append(separator);
            write(item);
            separator = ",";
        }
        out.append(array.items().isEmpty() ? "[]" : "]");
    }

    private void quoted(String text) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isEscaped(text.charAt(i))) {
                out.append(text, from, i);
                escaped(text.charAt(i));
                from = i + 1;
            }
        }
        out.append(text, from, text.length());
        out.append('"');
    }

    private static boolean isEscaped(char c) {
        return c < ' ' || c == '"' || c == '\\';
    }

    private void escaped(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
        }
    }
}
