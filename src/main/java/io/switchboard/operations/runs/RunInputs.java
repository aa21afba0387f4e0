package io.switchboard.operations.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a runbook asks for at its start. */
public record RunInputs(List<Asked> all) {

    private static final int LONGEST = 2_000;

    /** {@code type} as the dialect has it: string, number, boolean or choice, of which {@code options} are the choices. */
    public record Asked(
            String name,
            String type,
            String description,
            boolean required,
            Optional<String> byDefault,
            List<String> options) {}

    public static RunInputs of(Map<String, @Nullable Object> definition) {
        return new RunInputs(
                definition.get("inputs") instanceof List<?> inputs
                        ? inputs.stream().map(input -> asked((Map<?, ?>) input)).toList()
                        : List.of());
    }

    private static Asked asked(Map<?, ?> input) {
        return new Asked(
                String.valueOf(input.get("name")),
                Optional.ofNullable(input.get("type")).map(String::valueOf).orElse("string"),
                Optional.ofNullable(input.get("description"))
                        .map(String::valueOf)
                        .orElse(""),
                Boolean.TRUE.equals(input.get("required")),
                Optional.ofNullable(input.get("default")).map(String::valueOf),
                input.get("options") instanceof List<?> options
                        ? options.stream().map(String::valueOf).toList()
                        : List.of());
    }

    static List<String> problems(Map<String, @Nullable Object> definition, Map<String, String> given) {
        var problems = new ArrayList<String>();
        var asked = of(definition).all();
        asked.forEach(
                input -> problem(input, given.getOrDefault(input.name(), "")).ifPresent(problems::add));
        given.keySet().stream()
                .filter(name -> asked.stream().noneMatch(input -> input.name().equals(name)))
                .forEach(name -> problems.add("The runbook asks for no " + name + "."));
        if (Boolean.TRUE.equals(definition.get("disabled"))) {
            problems.add("Its author has disabled this runbook. Import a version that is not.");
        }
        return problems;
    }

    private static Optional<String> problem(Asked input, String value) {
        if (value.isBlank()) {
            return input.required() && input.byDefault().isEmpty()
                    ? Optional.of("The input " + input.name() + " is missing.")
                    : Optional.empty();
        }
        if (value.length() > LONGEST) {
            return Optional.of("The input " + input.name() + " has more than " + LONGEST + " characters.");
        }
        boolean fits = switch (input.type()) {
            case "number" -> value.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
            case "boolean" -> value.equals("true") || value.equals("false");
            case "choice" -> input.options().contains(value);
            default -> true;
        };
        return fits
                ? Optional.empty()
                : Optional.of("The input " + input.name() + " is no " + input.type()
                        + (input.options().isEmpty() ? "." : " of " + String.join(", ", input.options()) + "."));
    }
}
