package io.switchboard.platform.documents;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** How values look in documents, the same in all of them: {@link DocumentRequest} says how. */
final class Presentation {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Glyphs glyphs;

    Presentation(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    @Nullable
    Object of(@Nullable Object value) {
        return switch (value) {
            case String text -> glyphs.shown(text);
            case Instant instant -> UTC.format(instant);
            case List<?> rows -> rows(rows);
            case null, default -> value;
        };
    }

    Map<String, @Nullable Object> of(Map<?, ?> values) {
        var shown = new HashMap<String, @Nullable Object>();
        values.forEach((name, value) -> shown.put(name.toString(), of(value)));
        return shown;
    }

    Rows rows(List<?> rows) {
        return new Rows(rows.stream().map(this::row).toList());
    }

    private Map<String, @Nullable Object> row(Object row) {
        return switch (row) {
            case Map<?, ?> map -> of(map);
            case Record record -> of(components(record));
            default ->
                throw new IllegalArgumentException("a row of a document is a record or a map, not "
                        + row.getClass().getName());
        };
    }

    private static Map<String, @Nullable Object> components(Record record) {
        var values = new HashMap<String, @Nullable Object>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            var accessor = component.getAccessor();
            ReflectionUtils.makeAccessible(accessor);
            values.put(component.getName(), ReflectionUtils.invokeMethod(accessor, record));
        }
        return values;
    }
}
