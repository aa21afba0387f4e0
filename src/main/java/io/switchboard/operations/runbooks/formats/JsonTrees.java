package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.imports.documents.JsonPull;
import java.io.InputStream;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** The documents of a JSON file: the one object, or the elements of the array. */
final class JsonTrees implements Trees {

    private final JsonPull json;
    private final TreeBuilder builder = new TreeBuilder();
    private final boolean isList;
    private @Nullable JsonToken ahead;
    private int index;

    private JsonTrees(JsonPull json) {
        this.json = json;
        var first = json.within();
        this.isList = first == JsonToken.START_ARRAY;
        this.ahead = isList ? element() : first;
    }

    static Trees open(InputStream bytes) {
        return new JsonTrees(JsonPull.open(bytes, TreeBuilder.CHARACTERS));
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public Tree next() {
        var root = value(Optional.ofNullable(ahead).orElseThrow(NoSuchElementException::new));
        var tree = Tree.of(isList ? "/" + index++ : "", root);
        ahead = isList ? element() : end();
        return tree;
    }

    private @Nullable JsonToken element() {
        var token = json.within();
        return token == JsonToken.END_ARRAY ? end() : token;
    }

    private @Nullable JsonToken end() {
        json.requireEnd();
        return null;
    }

    private @Nullable Object value(JsonToken first) {
        int depth = accept(first);
        while (depth > 0) {
            depth += accept(json.within());
        }
        return builder.finish();
    }

    /** How many levels deeper one is after this token. */
    private int accept(JsonToken token) {
        switch (token) {
            case START_OBJECT, START_ARRAY -> {
                builder.start(token == JsonToken.START_OBJECT, Optional.empty());
                return 1;
            }
            case END_OBJECT, END_ARRAY -> {
                builder.end();
                return -1;
            }
            case PROPERTY_NAME -> builder.name(json.name());
            default -> builder.scalar(scalar(token), Optional.empty());
        }
        return 0;
    }

    private @Nullable Object scalar(JsonToken token) {
        return switch (token) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> CoreSchema.number(json.text());
            default -> json.text();
        };
    }

    @Override
    public void close() {
        json.close();
    }
}
