package io.switchboard.operations.runs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills {@code {{ inputs.name }}}, {@code {{ constants.name }}}, {@code {{ vars.name }}} and {@code {{ steps.id.output }}} into a step's texts, once: what is filled in is not looked at again. Anything else in
 * braces stays as it is, and {@link #isWhole} says so.
 */
final class Templates {

    private static final Pattern PLACE = Pattern.compile(
            "\\{\\{-?\\s*(inputs|constants|vars|steps)\\.([A-Za-z0-9_-]+)(?:\\.([A-Za-z0-9_-]+))?\\s*-?\\}\\}");

    private final Map<String, String> values = new LinkedHashMap<>();

    static Templates of(Run run, Map<String, @Nullable Object> definition) {
        var templates = new Templates();
        if (definition.get("constants") instanceof Map<?, ?> constants) {
            constants.forEach((name, value) -> templates.values.put("constants." + name, String.valueOf(value)));
        }
        run.inputs().forEach((name, value) -> templates.values.put("inputs." + name, value));
        run.steps().stream()
                .filter(step -> step.state() == StepState.DONE)
                .forEach(step -> step.outputs()
                        .forEach((name, value) -> templates.values.put("steps." + step.step() + "." + name, value)));
        return templates;
    }

    /** A step's own values, each filled with what there was before. */
    Templates with(Map<String, @Nullable Object> vars) {
        var own = new Templates();
        own.values.putAll(values);
        fill(vars).forEach((name, value) -> own.values.put("vars." + name, value));
        return own;
    }

    String fill(String text) {
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(value(place.group(1), place.group(2), place.group(3), place.group())));
    }

    private String value(String from, String name, @Nullable String part, String otherwise) {
        return Optional.ofNullable(values.get(part == null ? from + "." + name : from + "." + name + "." + part))
                .orElse(otherwise);
    }

    /** Nothing is left to be filled in. */
    static boolean isWhole(String text) {
        return !text.contains("{{");
    }

    Map<String, String> fill(Map<String, @Nullable Object> values) {
        var filled = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> filled.put(name, fill(String.valueOf(value))));
        return filled;
    }
}
