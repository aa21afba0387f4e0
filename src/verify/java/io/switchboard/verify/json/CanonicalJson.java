package io.switchboard.verify.json;

import io.switchboard.verify.json.JsonValue.JsonArray;
import io.switchboard.verify.json.JsonValue.JsonLiteral;
import io.switchboard.verify.json.JsonValue.JsonNumber;
import io.switchboard.verify.json.JsonValue.JsonObject;
import io.switchboard.verify.json.JsonValue.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        JsonValue value = JsonReader.read(utf8);
        if (!Arrays.equals(utf8, of(value))) {
            throw new MalformedJson("not in canonical form (RFC 8785)");
        }
        return value;
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
        for (var member : new TreeMap<>(members).entrySet()) {
            out.append(separator);
            quoted(member.getKey());
            out.append(':');
            write(member.getValue());
            separator = ",";
        }
        out.append(members.isEmpty() ? "{}" : "}");
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
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> plain(c);
        }
    }

    private void plain(char c) {
        if (c < ' ') {
            out.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
        } else {
            out.append(c);
        }
    }
}
