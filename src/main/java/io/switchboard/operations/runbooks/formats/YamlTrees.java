package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.imports.documents.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.YamlUnicodeReader;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The documents of a YAML 1.2 stream. Values are those of the core schema; any tag but that of a core type is refused, and so is a name that an object has twice. */
final class YamlTrees implements Trees {

    /** A long scalar is copied once for each buffer that it fills. */
    private static final int BUFFER = 64 << 10;

    private static final String CORE = "tag:yaml.org,2002:";

    private final InputStream bytes;
    private final LimitedReader reader;
    private final Iterator<Event> events;
    private final TreeBuilder builder = new TreeBuilder();
    private int index;
    private boolean hasSeveral;
    private @Nullable Object ahead;
    private boolean hasAhead;

    private YamlTrees(InputStream bytes) {
        var settings = LoadSettings.builder()
                .setUseMarks(true)
                .setBufferSize(BUFFER)
                .setCodePointLimit(2 * TreeBuilder.CHARACTERS)
                .build();
        this.bytes = bytes;
        this.reader = new LimitedReader(new YamlUnicodeReader(bytes), 2L * TreeBuilder.CHARACTERS);
        this.events = guarded(() -> new Parse(settings).parseReader(reader).iterator());
        read();
    }

    static Trees open(InputStream bytes) {
        return new YamlTrees(bytes);
    }

    @Override
    public boolean hasNext() {
        return hasAhead;
    }

    @Override
    public Tree next() {
        if (!hasAhead) {
            throw new NoSuchElementException();
        }
        var found = ahead;
        read();
        hasSeveral |= hasAhead;
        return Tree.of(hasSeveral ? "/" + index++ : "", found);
    }

    /** The next document that has something in it. */
    private void read() {
        hasAhead = false;
        while (!hasAhead && guarded(events::hasNext)) {
            var event = guarded(events::next);
            accept(event);
            if (event.getEventId() == Event.ID.DocumentEnd) {
                reader.restart();
                ahead = builder.finish();
                hasAhead = ahead != null;
            }
        }
    }

    private void accept(Event event) {
        switch (event) {
            case AliasEvent alias -> builder.alias(alias.getAlias().getValue());
            case ScalarEvent scalar -> scalar(scalar);
            case CollectionStartEvent start -> {
                start.getTag().ifPresent(tag -> requireCore(tag, start));
                builder.start(event.getEventId() == Event.ID.MappingStart, anchor(start));
            }
            default -> ended(event);
        }
    }

    private void ended(Event event) {
        if (event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd) {
            builder.end();
        }
    }

    private void scalar(ScalarEvent scalar) {
        scalar.getTag().ifPresent(tag -> requireCore(tag, scalar));
        if (builder.expectsName()) {
            builder.name(scalar.getValue());
        } else {
            boolean isText = !scalar.isPlain() || scalar.getTag().isPresent();
            builder.scalar(isText ? scalar.getValue() : CoreSchema.value(scalar.getValue()), anchor(scalar));
        }
    }

    private static Optional<String> anchor(NodeEvent event) {
        return event.getAnchor().map(Anchor::getValue);
    }

    /** {@code !!str}, {@code !!map} and {@code !!seq} say what is there anyway. */
    private static void requireCore(String tag, NodeEvent at) {
        boolean isCollection = at instanceof CollectionStartEvent;
        boolean isKnown =
                isCollection ? tag.equals(CORE + "map") || tag.equals(CORE + "seq") : tag.equals(CORE + "str");
        if (!isKnown && !tag.equals("!")) {
            throw new UnreadableFile(
                    "yaml-tag",
                    "The file has the tag " + shortened(tag)
                            + at.getStartMark().map(YamlTrees::where).orElse("")
                            + ", which is not read. Take the tag out and upload the file again.");
        }
    }

    private static String shortened(String tag) {
        return tag.length() > 80 ? tag.substring(0, 80) + "…" : tag;
    }

    private static String where(Mark mark) {
        return " at line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static <T> T guarded(Supplier<T> read) {
        try {
            return read.get();
        } catch (MarkedYamlEngineException e) {
            throw malformed(e.getProblemMark().map(YamlTrees::where).orElse(""), String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            throw malformed(
                    "", String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static UnreadableFile malformed(String where, String problem) {
        var reason = problem.replaceAll("[\\p{Cntrl}.]+$", "");
        return new UnreadableFile(
                "malformed-yaml",
                "The file stops being readable YAML" + where + ": "
                        + (reason.length() > 200 ? reason.substring(0, 200) + "…" : reason)
                        + ". Correct that place and upload the file again.");
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be closed", e);
        }
    }
}
