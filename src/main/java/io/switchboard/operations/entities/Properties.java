package io.switchboard.operations.entities;

import io.switchboard.platform.signing.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Properties of an element: one JSON object, stored in canonical form (RFC 8785), so that equal properties are equal texts. */
final class Properties {

    static final int MOST_CHARACTERS = 4_000;
    static final String NONE = "{}";

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private Properties() {}

    /** Of a row's properties as one text and of its other columns by header, either of which may be missing; what both have is the former's. Empty where that is no JSON object, or one that not every reader reads alike. */
    static Optional<String> canonical(@Nullable String own, @Nullable String otherColumns) {
        try {
            var all = new TreeMap<String, @Nullable Object>();
            read(otherColumns)
                    .forEach((header, value) ->
                            new ColumnName(header).property().ifPresent(name -> all.put(name, value)));
            all.putAll(read(own));
            return Optional.of(new String(CanonicalJson.of(all), StandardCharsets.UTF_8));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, @Nullable Object> read(@Nullable String text) {
        return text == null || text.isEmpty() ? Map.of() : JSON.readValue(text, new TypeReference<>() {});
    }

    /** As a person reads them, a line each. */
    static String shown(String stored) {
        return JSON.readTree(stored).properties().stream()
                .map(property -> property.getKey() + ": " + text(property.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
