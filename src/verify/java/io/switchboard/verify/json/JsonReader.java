package io.switchboard.verify.json;

import io.switchboard.verify.json.JsonValue.JsonArray;
import io.switchboard.verify.json.JsonValue.JsonLiteral;
import io.switchboard.verify.json.JsonValue.JsonNumber;
import io.switchboard.verify.json.JsonValue.JsonObject;
import io.switchboard.verify.json.JsonValue.JsonText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON text: UTF-8 without byte order mark, nested at most {@value #MAX_DEPTH} deep, I-JSON. The caller limits the size before it
 * hands the bytes over.
 */
public final class JsonReader {

    /** How deep arrays and objects may nest. */
    public static final int MAX_DEPTH = 64;

    private static final char REPLACEMENT = '\ufffd';

    private final String text;
    private final JsonScanner in;

    private JsonReader(byte[] utf8) throws MalformedJson {
        this.text = decode(utf8);
        this.in = new JsonScanner(text, isPlain(utf8) && text.indexOf('\\') < 0);
    }

    /** Whether there are no control characters; without a branch for each byte, since every receipt is read twice. */
    private static boolean isPlain(byte[] utf8) {
        int negative = 0;
        for (byte b : utf8) {
            negative |= b - ' ' & ~b;
        }
        return negative >= 0;
    }

    /** The value that {@code utf8} holds, all of it. */
    public static JsonValue read(byte[] utf8) throws MalformedJson {
        return new JsonReader(utf8).whole();
    }

    /** The value that {@code utf8} holds, refused unless the bytes are its canonical form (RFC 8785). */
    static JsonValue readCanonical(byte[] utf8) throws MalformedJson {
        var reader = new JsonReader(utf8);
        JsonValue value = reader.whole();
        if (!reader.in.isCanonical().orElseGet(() -> reader.text.equals(CanonicalJson.text(value)))) {
            throw new MalformedJson("not in canonical form (RFC 8785)");
        }
        return value;
    }

    private JsonValue whole() throws MalformedJson {
        JsonValue value = value(0);
        in.end();
        return value;
    }

    /** Strictly: malformed bytes are refused, encoded surrogates among them. */
    private static String decode(byte[] utf8) throws MalformedJson {
        var text = new String(utf8, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeStrictly(utf8);
    }

    /** For text that has replacement characters, be they its own or for malformed bytes. */
    private static String decodeStrictly(byte[] utf8) throws MalformedJson {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJson("not UTF-8", e);
        }
    }

    private JsonValue value(int depth) throws MalformedJson {
        if (depth > MAX_DEPTH) {
            throw in.malformed("nested deeper than " + MAX_DEPTH);
        }
        return switch (in.next()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new JsonText(in.text());
            case 't' -> literal("true", JsonLiteral.TRUE);
            case 'f' -> literal("false", JsonLiteral.FALSE);
            case 'n' -> literal("null", JsonLiteral.NULL);
            default -> new JsonNumber(in.number());
        };
    }

    private JsonLiteral literal(String word, JsonLiteral literal) throws MalformedJson {
        in.word(word);
        return literal;
    }

    private JsonArray array(int depth) throws MalformedJson {
        List<JsonValue> items = new ArrayList<>();
        in.take('[');
        if (!in.takeIf(']')) {
            do {
                items.add(value(depth + 1));
            } while (in.takeIf(','));
            in.take(']');
        }
        return new JsonArray(items);
    }

    private JsonObject object(int depth) throws MalformedJson {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        in.take('{');
        if (!in.takeIf('}')) {
            String before = "";
            do {
                String name = member(members, depth);
                if (name.compareTo(before) < 0) {
                    in.loosen();
                }
                before = name;
            } while (in.takeIf(','));
            in.take('}');
        }
        return new JsonObject(members);
    }

    /** Answers the name. */
    private String member(Map<String, JsonValue> members, int depth) throws MalformedJson {
        if (in.next() != '"') {
            throw in.malformed("expected a member's name");
        }
        String name = in.text();
        in.take(':');
        if (members.putIfAbsent(name, value(depth + 1)) != null) {
            throw in.malformed("a duplicate member");
        }
        return name;
    }
}
