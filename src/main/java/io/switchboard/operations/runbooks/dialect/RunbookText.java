package io.switchboard.operations.runbooks.dialect;

import io.switchboard.platform.signing.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A runbook as text: canonical JSON (RFC 8785) to keep and to compare, and lines in the dialect's order to read. */
public final class RunbookText {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> TREE = new TypeReference<>() {};

    /** Those of a runbook and of a step, in the order in which a person reads them; others follow by name. */
    private static final List<String> ORDER = List.of(
            "runbook",
            "id",
            "name",
            "type",
            "title",
            "description",
            "disabled",
            "labels",
            "owners",
            "services",
            "inputs",
            "constants",
            "triggers",
            "if",
            "for-each",
            "vars",
            "with",
            "outputs",
            "timeout",
            "retry",
            "approval",
            "rollback",
            "on-failure",
            "next",
            "steps");

    private RunbookText() {}

    public static String canonical(Map<String, @Nullable Object> runbook) {
        return new String(CanonicalJson.of(runbook), StandardCharsets.UTF_8);
    }

    public static Map<String, @Nullable Object> read(String canonical) {
        return JSON.readValue(canonical, TREE);
    }

    /** Indented. Anything but an object stays as it is. */
    public static String readable(String canonical) {
        return canonical.startsWith("{") ? written(read(canonical)) : canonical;
    }

    /** Any part of a runbook, indented. */
    public static String written(@Nullable Object value) {
        return value instanceof String text ? text : JSON.writeValueAsString(ordered(value));
    }

    private static @Nullable Object ordered(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> ordered(map);
            case List<?> list -> list.stream().map(RunbookText::ordered).toList();
            case null, default -> value;
        };
    }

    private static Map<String, @Nullable Object> ordered(Map<?, ?> map) {
        var ordered = new TreeMap<String, @Nullable Object>((one, other) -> {
            int byOrder = Integer.compare(rank(one), rank(other));
            return byOrder == 0 ? one.compareTo(other) : byOrder;
        });
        map.forEach((name, value) -> ordered.put((String) name, ordered(value)));
        return ordered;
    }

    private static int rank(String name) {
        int at = ORDER.indexOf(name);
        return at < 0 ? ORDER.size() : at;
    }
}
