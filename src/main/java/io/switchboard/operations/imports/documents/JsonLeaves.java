package io.switchboard.operations.imports.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonToken;

/**
 * One JSON value as its scalars by pointer (RFC 6901), relative to the value and in the file's order; null counts as absent. At most 2,000 scalars of 256 Ki characters
 * in all are kept of a value, whatever its size.
 */
public final class JsonLeaves {

    private static final int MOST = 2_000;
    private static final int MOST_CHARACTERS = 256 << 10;

    /** A scalar's text, and whether it was a string, a number or a boolean. */
    public record Leaf(String pointer, String text, JsonToken type) {}

    private final Map<String, Leaf> leaves = new LinkedHashMap<>();
    private int characters;
    private boolean tooLarge;

    private JsonLeaves() {}

    /** Reads the value whose first token was just read, to its end. */
    public static JsonLeaves read(JsonPull json, JsonToken first) {
        var read = new JsonLeaves();
        read.value(json, first, "");
        return read;
    }

    public Map<String, Leaf> all() {
        return leaves;
    }

    public Optional<Leaf> at(String pointer) {
        return Optional.ofNullable(leaves.get(pointer));
    }

    /** There was more than is kept. */
    public boolean isTooLarge() {
        return tooLarge;
    }

    /** A name as a pointer writes it. */
    public static String token(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private void value(JsonPull json, JsonToken token, String pointer) {
        switch (token) {
            case START_OBJECT -> {
                while (json.within() == JsonToken.PROPERTY_NAME) {
                    var name = json.name();
                    value(json, json.within(), pointer + "/" + token(name));
                }
            }
            case START_ARRAY -> {
                int i = 0;
                for (var next = json.within(); next != JsonToken.END_ARRAY; next = json.within()) {
                    value(json, next, pointer + "/" + i++);
                }
            }
            case VALUE_NULL -> {}
            default -> keep(new Leaf(pointer, json.text(), token));
        }
    }

    private void keep(Leaf leaf) {
        characters += leaf.pointer().length() + leaf.text().length();
        if (leaves.size() == MOST || characters > MOST_CHARACTERS) {
            tooLarge = true;
            characters = MOST_CHARACTERS;
        } else {
            leaves.put(leaf.pointer(), leaf);
        }
    }
}
