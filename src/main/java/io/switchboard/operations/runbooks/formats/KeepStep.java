package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.runbooks.dialect.Members;
import io.switchboard.operations.runbooks.dialect.Problems;
import io.switchboard.operations.runbooks.dialect.StepType;
import io.switchboard.operations.runbooks.formats.Dialect.Translation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step or action of a Keep workflow. Templates and conditions stay text. */
final class KeepStep {

    /** By type of step: Keep's name of a parameter, and ours. Others become options. */
    private static final Map<StepType, Map<String, String>> PARAMETERS = Map.of(
            StepType.NOTE, Map.of("message", "message"),
            StepType.NOTIFY, Map.of("message", "message", "channel", "to", "to", "to", "subject", "subject"),
            StepType.HTTP,
                    Map.of("url", "url", "method", "method", "headers", "headers", "body", "body", "params", "query"),
            StepType.QUERY, Map.of("query", "query"),
            StepType.COMMAND, Map.of("command", "run"));

    private static final Map<String, String> COMPARISONS =
            Map.of("gt", ">", "lt", "<", "gte", ">=", "lte", "<=", "eq", "==");

    private final Members step;
    private final String pointer;
    private final Translation to;
    private final Problems problems;
    private final Map<String, @Nullable Object> read = new LinkedHashMap<>();

    KeepStep(Members step, String pointer, Translation to, Problems problems) {
        this.step = step;
        this.pointer = pointer;
        this.to = to;
        this.problems = problems;
    }

    Map<String, @Nullable Object> read() {
        place("", step.pointer());
        name();
        take("if", "if");
        take("foreach", "for-each");
        take("vars", "vars");
        conditions();
        var provider = step.object("provider");
        if (provider.isEmpty()) {
            step.missing("provider");
        }
        provider.ifPresent(this::provider);
        step.refuseRest("step of a workflow");
        return read;
    }

    private void place(String ours, String theirs) {
        to.places().put(pointer + ours, theirs);
    }

    private void take(String theirs, String ours) {
        place("/" + ours, step.pointer(theirs));
        step.any(theirs)
                .map(value -> value instanceof String text ? text.strip() : value)
                .ifPresent(value -> read.put(ours, value));
    }

    /** A name with other characters than an id may have becomes the title, too. */
    private void name() {
        place("/id", step.pointer("name"));
        step.text("name", 300).ifPresent(name -> {
            var id = name.strip().replaceAll("[^A-Za-z0-9_.-]+", "-").replaceAll("^[.-]+", "");
            read.put("id", id);
            if (!id.equals(name)) {
                read.put("title", name);
            }
        });
    }

    private void conditions() {
        var all = new ArrayList<String>();
        step.text("if", 4_000).map(String::strip).ifPresent(all::add);
        for (var condition : step.objects("condition")) {
            condition(condition).ifPresent(all::add);
        }
        if (!all.isEmpty()) {
            read.put("if", String.join(" and ", all));
        }
    }

    private Optional<String> condition(Members condition) {
        condition.any("name");
        var type = condition.text("type", 100).orElse("");
        var text = switch (type) {
            case "assert" -> condition.required("assert", 4_000);
            case "threshold" -> threshold(condition);
            default -> {
                problems.add(
                        condition.pointer("type"),
                        "E-308",
                        "Conditions of type " + type + " have no equivalent",
                        "Write the condition as the step's if");
                yield Optional.<String>empty();
            }
        };
        condition.refuseRest("condition of type " + type);
        return text;
    }

    private static Optional<String> threshold(Members condition) {
        var value = condition.required("value", 4_000);
        var bound = condition.required("compare_to", 4_000);
        var comparison = condition.has("compare_type")
                ? condition.choice(
                        "compare_type", COMPARISONS.keySet().stream().sorted().toList())
                : Optional.of("gt");
        return value.flatMap(left -> bound.flatMap(
                right -> comparison.map(word -> left.strip() + " " + COMPARISONS.get(word) + " " + right.strip())));
    }

    private void provider(Members provider) {
        var name = provider.required("type", 200).orElse("");
        place("/type", provider.pointer("type"));
        place("/with", provider.pointer("with"));
        var config = provider.text("config", 2_000).map(String::strip);
        var with = provider.object("with");
        provider.refuseRest("provider");
        KeepProviders.type(name)
                .ifPresentOrElse(
                        type -> typed(type, name, config, with),
                        () -> problems.add(
                                provider.pointer("type"),
                                "E-304",
                                "Steps with the provider " + shortened(name) + " have no equivalent",
                                "Write the step as an http call of the product's interface, or as a step that a person does"));
    }

    private void typed(StepType type, String provider, Optional<String> config, Optional<Members> with) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        switch (type) {
            case NOTIFY -> parameters.put("via", KeepProviders.CHANNELS.get(provider));
            case QUERY -> parameters.put("source", provider);
            case COMMAND -> parameters.put("shell", provider);
            default -> {}
        }
        if (type != StepType.NOTE) {
            config.ifPresent(text -> parameters.put("connection", text));
        }
        with.ifPresent(members -> parameters(type, members, parameters));
        read.put("type", type.wire().toLowerCase(Locale.ROOT));
        read.put("with", parameters);
    }

    private void parameters(StepType type, Members with, Map<String, @Nullable Object> parameters) {
        PARAMETERS.getOrDefault(type, Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    if (!parameters.containsKey(entry.getValue())) {
                        with.any(entry.getKey()).ifPresent(value -> parameters.put(entry.getValue(), value));
                    }
                });
        var options = with.takeRest();
        refuseEnriching(with, options);
        if (!options.isEmpty()) {
            parameters.put("options", options);
        }
    }

    /** Writing back to alerts is a step of its own, hidden in another. */
    private void refuseEnriching(Members with, Map<String, @Nullable Object> options) {
        for (var name : List.of("enrich_alert", "enrich_incident")) {
            if (options.containsKey(name)) {
                problems.add(
                        with.pointer(name),
                        "E-308",
                        "Writing values back to alerts or incidents has no equivalent",
                        "Take it out, or let a person do it in a manual step");
            }
        }
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, name.offsetByCodePoints(0, 40)) + "…" : name;
    }
}
