package io.switchboard.operations.imports.documents;

import java.io.InputStream;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON file (RFC 8259) token by token. Names that an object has twice, values deeper than 64 or longer than the limit, and whatever is no JSON throw {@link UnreadableFile},
 * which names line and column.
 */
public final class JsonPull implements AutoCloseable {

    private static final int DEPTH = 64;
    private static final int NAME = 1_000;
    private static final int NUMBER = 100;

    private final JsonParser parser;

    private JsonPull(JsonParser parser) {
        this.parser = parser;
    }

    /** {@code longest} is how many characters one text may have. UTF-8, or UTF-16 and UTF-32 as they are recognised. */
    public static JsonPull open(InputStream bytes, int longest) {
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxNameLength(NAME)
                .maxNumberLength(NUMBER)
                .maxStringLength(longest)
                .build();
        var factory = JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .build();
        var mapper = JsonMapper.builder(factory).build();
        return new JsonPull(guarded(() -> mapper.createParser(bytes)));
    }

    /** Null at the end of the file. */
    public @Nullable JsonToken next() {
        return guarded(parser::nextToken);
    }

    /** Moves on within a value that has not ended; a file that ends here is cut off, and the parser says so. */
    public JsonToken within() {
        var token = next();
        if (token == null) {
            throw new UnreadableFile("malformed-json", "The file ends too early. Upload the whole of it.");
        }
        return token;
    }

    public String name() {
        return String.valueOf(parser.currentName());
    }

    /** A scalar as text: a string's own, a number as it was written, {@code true}, {@code false} or {@code null}. */
    public String text() {
        return String.valueOf(guarded(() -> parser.getString()));
    }

    /** Passes over the object or array that starts here; a scalar is passed already. */
    public void skip() {
        guarded(parser::skipChildren);
    }

    /** After the one value of a file nothing may follow. */
    public void requireEnd() {
        if (next() != null) {
            throw new UnreadableFile(
                    "malformed-json",
                    "The file has more than one JSON value. Put them into one array, or upload them one by one.");
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    private static <T extends @Nullable Object> T guarded(Supplier<T> read) {
        try {
            return read.get();
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    private static UnreadableFile unreadable(JacksonException e) {
        var at = e.getLocation();
        var where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return new UnreadableFile(
                "malformed-json",
                "The file stops being readable JSON" + where + ": " + reason(String.valueOf(e.getOriginalMessage()))
                        + ". Correct that place and upload the file again.");
    }

    private static String reason(String message) {
        var line = message.lines().findFirst().orElse("").replaceAll("[\\p{Cntrl}.]+$", "");
        var text = line.length() > 200 ? line.substring(0, 200) + "…" : line;
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ENGLISH) + text.substring(1);
    }
}
