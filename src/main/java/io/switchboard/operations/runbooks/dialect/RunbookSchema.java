package io.switchboard.operations.runbooks.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The dialect as a JSON Schema (2020-12), made from the same registry of step types as the checks. What it cannot say is that steps that are named exist and that none leads back. */
public final class RunbookSchema {

    public static final String PATH = "/api/schemas/runbook-v1.json";

    private static final Map<String, Object> OBJECT = Map.of("type", "object");
    private static final Map<String, Object> FLAG = Map.of("type", "boolean");

    private RunbookSchema() {}

    public static Map<String, Object> document() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", PATH);
        schema.put("title", "Runbook, version " + RunbookCheck.VERSION);
        schema.putAll(object(runbook(), "runbook", "id", "title", "steps"));
        schema.put("$defs", Map.of("length", length(), "step", step()));
        return schema;
    }

    private static Map<String, Object> runbook() {
        var members = new LinkedHashMap<String, Object>();
        members.put("runbook", Map.of("const", RunbookCheck.VERSION));
        members.put("id", text(RunbookCheck.LONGEST_ID));
        members.put("title", text(RunbookCheck.LONGEST_TITLE));
        members.put("description", text(20_000));
        members.put("disabled", FLAG);
        members.put("labels", texts());
        members.put("owners", texts());
        members.put("services", texts());
        members.put("inputs", list(input()));
        members.put("constants", OBJECT);
        members.put("triggers", list(object(ordered("type", choice(RunbookCheck.TRIGGERS), "with", OBJECT), "type")));
        members.put("on-failure", text(200));
        members.put(
                "steps",
                Map.of(
                        "type",
                        "array",
                        "minItems",
                        1,
                        "maxItems",
                        RunbookCheck.MOST_STEPS,
                        "items",
                        Map.of("$ref", "#/$defs/step")));
        return members;
    }

    private static Map<String, Object> input() {
        var members = ordered(
                "name", text(200), "type", choice(RunbookCheck.INPUTS), "description", text(2_000), "required", FLAG);
        members.put("default", Map.of());
        members.put("options", texts());
        return object(members, "name", "type");
    }

    private static Map<String, Object> step() {
        var members = ordered("id", name(), "type", choice(StepType.wires()));
        members.put("title", text(RunbookCheck.LONGEST_TITLE));
        members.put("description", text(20_000));
        members.put("if", text(4_000));
        members.put("for-each", text(4_000));
        members.put("vars", OBJECT);
        members.put("with", OBJECT);
        members.put("outputs", texts());
        members.put("timeout", ref());
        members.put(
                "retry",
                object(ordered("times", Map.of("type", "integer", "minimum", 1, "maximum", 10), "wait", ref())));
        members.put(
                "approval",
                object(
                        ordered(
                                "by", choice(RunbookCheck.roles()),
                                "message", text(2_000),
                                "quorum", Map.of("type", "integer", "minimum", 1, "maximum", 10)),
                        "by"));
        members.put("rollback", rollback());
        members.put("on-failure", text(200));
        members.put("next", text(200));
        var step = object(members, "id", "type", "with");
        step.put("allOf", parameters());
        return step;
    }

    private static Map<String, Object> rollback() {
        var rollback = object(ordered("type", choice(StepType.wires()), "with", OBJECT), "type", "with");
        rollback.put("allOf", parameters());
        return rollback;
    }

    /** For each type, what its {@code with} takes. */
    private static List<Object> parameters() {
        var cases = new ArrayList<Object>();
        for (var type : StepType.values()) {
            cases.add(ordered(
                    "if", Map.of("properties", Map.of("type", Map.of("const", type.wire()))),
                    "then", Map.of("properties", Map.of("with", with(type)))));
        }
        return cases;
    }

    private static Map<String, Object> with(StepType type) {
        var members = new LinkedHashMap<String, Object>();
        type.parameters().forEach(parameter -> members.put(parameter.name(), shape(parameter)));
        return object(
                members,
                type.parameters().stream()
                        .filter(Parameter::isRequired)
                        .map(Parameter::name)
                        .toArray(String[]::new));
    }

    private static Map<String, Object> shape(Parameter parameter) {
        return switch (parameter.shape()) {
            case TEXT -> text(100_000);
            case STEP -> text(200);
            case OBJECT -> OBJECT;
            case DURATION -> ref();
            case ANY -> Map.of();
        };
    }

    private static Map<String, Object> length() {
        return ordered("type", "string", "maxLength", 300, "pattern", Durations.SYNTAX);
    }

    private static Map<String, Object> ref() {
        return Map.of("$ref", "#/$defs/length");
    }

    private static Map<String, Object> name() {
        return ordered("type", "string", "pattern", RunbookCheck.NAME);
    }

    /** A number or truth value is read as the text that it is written as. */
    private static Map<String, Object> text(int most) {
        return ordered("type", List.of("string", "number", "boolean"), "maxLength", most);
    }

    private static Map<String, Object> texts() {
        return list(Map.of("type", List.of("string", "number", "boolean")));
    }

    private static Map<String, Object> list(Object items) {
        return ordered("type", "array", "items", items);
    }

    private static Map<String, Object> choice(List<String> words) {
        return Map.of("enum", words);
    }

    private static Map<String, Object> object(Map<String, Object> members, String... required) {
        var object = ordered("type", "object", "properties", members, "additionalProperties", false);
        if (required.length > 0) {
            object.put("required", List.of(required));
        }
        return object;
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var members = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }
}
