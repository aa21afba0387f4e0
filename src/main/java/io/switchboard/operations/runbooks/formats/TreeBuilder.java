package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.imports.documents.JsonLeaves;
import io.switchboard.operations.imports.documents.UnreadableFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds one document from what a parser reports, within limits that are checked before anything is kept: depth, values, characters. What an alias repeats counts each time it is repeated.
 */
final class TreeBuilder {

    static final int DEPTH = 64;
    static final int VALUES = 20_000;
    static final int CHARACTERS = 1 << 20;

    private final Deque<Level> open = new ArrayDeque<>();
    private final Map<String, Part> anchors = new HashMap<>();
    private int values;
    private long characters;
    private @Nullable Object root;

    /** A finished value, and what it weighs. */
    private record Part(@Nullable Object value, int values, long characters) {}

    /** An object or list that is still open. */
    private static final class Level {

        final Optional<Map<String, @Nullable Object>> map;
        final List<@Nullable Object> list = new ArrayList<>();
        final Optional<String> anchor;
        final int valuesBefore;
        final long charactersBefore;

        @Nullable
        String name;

        Level(boolean isMap, Optional<String> anchor, int valuesBefore, long charactersBefore) {
            Map<String, @Nullable Object> members = new LinkedHashMap<String, @Nullable Object>();
            this.map = Optional.of(members).filter(any -> isMap);
            this.anchor = anchor;
            this.valuesBefore = valuesBefore;
            this.charactersBefore = charactersBefore;
        }

        Object value() {
            return map.isPresent() ? map.get() : list;
        }
    }

    void start(boolean isMap, Optional<String> anchor) {
        if (open.size() == DEPTH) {
            throw tooLarge("is nested deeper than " + DEPTH + " levels");
        }
        requireValue();
        open.push(new Level(isMap, anchor, values, characters));
        weigh(1, 0);
    }

    void end() {
        var level = open.pop();
        anchored(
                level.anchor,
                new Part(level.value(), values - level.valuesBefore, characters - level.charactersBefore));
        add(level.value());
    }

    boolean expectsName() {
        var level = open.peek();
        return level != null && level.map.isPresent() && level.name == null;
    }

    void name(String name) {
        var level = open.getFirst();
        weigh(1, name.length());
        if (level.map.orElseThrow().containsKey(name)) {
            throw new UnreadableFile(
                    "duplicate-name",
                    "The file has " + JsonLeaves.token(shortened(name)) + " twice in one object, at " + where()
                            + ". Keep one of the two and upload the file again.");
        }
        level.name = name;
    }

    void scalar(@Nullable Object value, Optional<String> anchor) {
        requireValue();
        int length = value instanceof String text ? text.length() : 8;
        weigh(1, length);
        anchored(anchor, new Part(value, 1, length));
        add(value);
    }

    void alias(String anchor) {
        requireValue();
        var part = anchors.get(anchor);
        if (part == null) {
            throw new UnreadableFile(
                    "malformed-yaml",
                    "The alias *" + shortened(anchor) + " at " + where()
                            + " names nothing that was finished before it. Write the value itself and upload the file again.");
        }
        weigh(part.values(), part.characters());
        add(part.value());
    }

    /** Of the document that has ended; the builder is ready for the next. */
    @Nullable
    Object finish() {
        var finished = root;
        root = null;
        anchors.clear();
        values = 0;
        characters = 0;
        return finished;
    }

    private void requireValue() {
        if (expectsName()) {
            throw new UnreadableFile(
                    "malformed-yaml",
                    "A name of an object at " + where()
                            + " is no text. Write names as texts and upload the file again.");
        }
    }

    private void anchored(Optional<String> anchor, Part part) {
        anchor.ifPresent(name -> anchors.put(name, part));
    }

    private void add(@Nullable Object value) {
        var level = open.peek();
        if (level == null) {
            root = value;
        } else if (level.map.isPresent()) {
            level.map.get().put(String.valueOf(level.name), value);
            level.name = null;
        } else {
            level.list.add(value);
        }
    }

    private void weigh(int moreValues, long moreCharacters) {
        values += moreValues;
        characters += moreCharacters;
        if (values > VALUES) {
            throw tooLarge("has more than " + VALUES + " values, counting what aliases repeat");
        }
        if (characters > CHARACTERS) {
            throw tooLarge("has more than 1 Mi characters, counting what aliases repeat");
        }
    }

    private UnreadableFile tooLarge(String what) {
        return new UnreadableFile(
                "document-too-large",
                "A document of the file " + what + ", at " + where() + ". Shorten it and upload the file again.");
    }

    /** A pointer to what is being read, for a message. */
    private String where() {
        var pointer = new StringBuilder();
        open.descendingIterator()
                .forEachRemaining(level -> pointer.append('/')
                        .append(
                                level.map.isPresent()
                                        ? JsonLeaves.token(shortened(String.valueOf(level.name)))
                                        : String.valueOf(level.list.size())));
        return pointer.isEmpty() ? "its beginning" : shortened(pointer.toString());
    }

    private static String shortened(String text) {
        return text.length() > 120 ? text.substring(0, text.offsetByCodePoints(0, 60)) + "…" : text;
    }
}
