package io.switchboard.operations.entities.jgf;

import io.switchboard.operations.imports.documents.JsonPull;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** One JSON value with all that is in it, of which at most so many characters are kept. */
final class Tree {

    private static final int MOST_CHARACTERS = 64 << 10;
    private static final int VALUE = 8;

    private int characters;

    private Tree() {}

    /** A value; cut where {@code isTooLarge}. */
    record Value(@Nullable Object value, boolean isTooLarge) {}

    /** Reads the value whose first token was just read, to its end. */
    static Value read(JsonPull json, JsonToken first) {
        var tree = new Tree();
        var value = tree.value(json, first);
        return new Value(value, tree.isFull());
    }

    private boolean isFull() {
        return characters > MOST_CHARACTERS;
    }

    private @Nullable Object value(JsonPull json, JsonToken token) {
        count(VALUE);
        return switch (token) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(text(json));
            default -> text(json);
        };
    }

    private Map<String, @Nullable Object> object(JsonPull json) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        while (json.within() == JsonToken.PROPERTY_NAME) {
            var name = json.name();
            count(name.length());
            var value = value(json, json.within());
            if (!isFull()) {
                members.put(name, value);
            }
        }
        return members;
    }

    private List<@Nullable Object> array(JsonPull json) {
        var elements = new ArrayList<@Nullable Object>();
        for (var next = json.within(); next != JsonToken.END_ARRAY; next = json.within()) {
            var value = value(json, next);
            if (!isFull()) {
                elements.add(value);
            }
        }
        return elements;
    }

    private String text(JsonPull json) {
        var text = json.text();
        count(text.length());
        return isFull() ? "" : text;
    }

    /** One that is too large for what readers agree on stays what it is, which canonical JSON refuses. */
    private static Object number(String text) {
        if (text.matches("-?\\d{1,18}")) {
            return Long.valueOf(text);
        }
        if (text.isEmpty()) {
            return 0L;
        }
        return text.matches("-?\\d+") ? new BigInteger(text) : (Object) Double.valueOf(text);
    }

    private void count(int more) {
        characters = Math.min(characters + more, MOST_CHARACTERS + 1);
    }
}
