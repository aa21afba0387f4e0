package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.runbooks.dialect.Durations;
import io.switchboard.operations.runbooks.dialect.Members;
import io.switchboard.operations.runbooks.dialect.Problems;
import io.switchboard.operations.runbooks.formats.Dialect.Translation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of a playbook, which comes to as many of ours as it has commands. */
final class CacaoStep {

    private final String id;
    private final Members step;
    private final CacaoParties agents;
    private final CacaoParties targets;
    private final Translation to;
    private final Problems problems;

    CacaoStep(String id, Members step, CacaoParties agents, CacaoParties targets, Translation to, Problems problems) {
        this.id = id;
        this.step = step;
        this.agents = agents;
        this.targets = targets;
        this.to = to;
        this.problems = problems;
    }

    void readInto(List<@Nullable Object> steps) {
        var type = step.text("type", 100).orElse("");
        switch (type) {
            case "start", "end" -> {
                step.text("name", 300);
                step.any("description");
                NEXT.forEach(step::any);
            }
            case "action" -> action(steps);
            case "if-condition" -> branch(steps);
            default ->
                problems.add(
                        step.pointer("type"),
                        "E-304",
                        "Steps of type " + (type.length() > 60 ? "this length" : type) + " have no equivalent",
                        "Write the playbook with action and if-condition steps, one after the other");
        }
        ignore("step_extensions");
        ignore("external_references");
        ignore("in_args");
        step.refuseRest("step of a playbook");
    }

    private static final List<String> NEXT = List.of("on_completion", "on_success", "on_failure");

    private void ignore(String name) {
        step.any(name).ifPresent(value -> to.ignored().add("/workflow/*/" + name));
    }

    private void action(List<@Nullable Object> steps) {
        var commands = step.objects("commands");
        if (commands.isEmpty()) {
            step.missing("commands");
        }
        delay(steps);
        for (int i = 0; i < commands.size(); i++) {
            boolean isLast = i == commands.size() - 1;
            var read = common(steps, i == 0 && !step.has("delay") ? id : part(i));
            command(commands.get(i), read);
            outputs(read);
            timeout(read);
            onwards(read, isLast ? Optional.empty() : Optional.of(part(i + 1)));
            steps.add(read);
        }
    }

    /** The step's own id stands for its first part, to which others lead. */
    private String part(int index) {
        return id + "." + (index + 1);
    }

    /** A pause before the step is a step here. */
    private void delay(List<@Nullable Object> steps) {
        number("delay").ifPresent(millis -> {
            var wait = common(steps, id);
            wait.put("type", "wait");
            wait.put("with", Map.of("for", Durations.ofMillis(millis)));
            wait.put("next", part(0));
            steps.add(wait);
        });
    }

    private Optional<Long> number(String name) {
        var value = step.any(name);
        if (value.isPresent() && !(value.get() instanceof Long number && number > 0)) {
            problems.add(step.pointer(name), "E-303", name + " is no number of milliseconds", "Write a whole number");
            return Optional.empty();
        }
        return value.map(Long.class::cast);
    }

    private Map<String, @Nullable Object> common(List<@Nullable Object> steps, String ours) {
        to.places().put("/steps/" + steps.size(), step.pointer());
        var read = new LinkedHashMap<String, @Nullable Object>();
        read.put("id", ours);
        step.text("name", 300).ifPresent(name -> read.put("title", name));
        step.any("description").ifPresent(text -> read.put("description", text));
        variables(read);
        return read;
    }

    private void variables(Map<String, @Nullable Object> read) {
        step.object("step_variables").ifPresent(variables -> {
            var vars = new LinkedHashMap<String, @Nullable Object>();
            variables
                    .names()
                    .forEach(name -> variables
                            .object(name)
                            .ifPresent(variable ->
                                    vars.put(name, variable.any("value").orElse(""))));
            read.put("vars", vars);
            to.ignored().add("/workflow/*/step_variables/*: everything but value");
        });
    }

    private void outputs(Map<String, @Nullable Object> read) {
        var outputs = step.texts("out_args");
        if (!outputs.isEmpty()) {
            read.put("outputs", outputs);
        }
    }

    private void timeout(Map<String, @Nullable Object> read) {
        number("timeout").ifPresent(millis -> read.put("timeout", Durations.ofMillis(millis)));
    }

    private void onwards(Map<String, @Nullable Object> read, Optional<String> nextPart) {
        var next = step.text("on_success", 300).or(() -> step.text("on_completion", 300));
        step.text("on_completion", 300);
        read.put("next", nextPart.or(() -> next.map(CacaoDialect::target)).orElse("end"));
        step.text("on_failure", 300).ifPresent(other -> read.put("on-failure", failure(CacaoDialect.target(other))));
    }

    private static String failure(String target) {
        return target.equals("end") ? "stop" : target;
    }

    private void command(Members command, Map<String, @Nullable Object> read) {
        var type = command.text("type", 100).orElse("");
        var with = new LinkedHashMap<String, @Nullable Object>();
        switch (type) {
            case "manual" ->
                with.put("instruction", command.required("command", 20_000).orElse(""));
            case "http-api" -> http(command, with);
            case "ssh", "bash", "powershell" -> {
                with.put("shell", type);
                with.put("run", command.required("command", 20_000).orElse(""));
            }
            default ->
                problems.add(
                        command.pointer("type"),
                        "E-304",
                        "Commands of type " + (type.length() > 60 ? "this length" : type) + " have no equivalent",
                        "Use manual, http-api, ssh, bash or powershell");
        }
        read.put("type", type.equals("manual") ? "manual" : type.equals("http-api") ? "http" : "command");
        if (type.equals("manual")) {
            assignee(with);
        } else {
            parties(with);
        }
        read.put("with", with);
        command.any("description").ifPresent(text -> read.putIfAbsent("description", text));
        command.any("version").ifPresent(version -> to.ignored().add("/workflow/*/commands/*/version"));
        command.refuseRest("command of type " + type);
    }

    /** A request line: method, path, and the protocol where it is given. */
    private static void http(Members command, Map<String, @Nullable Object> with) {
        var line = command.required("command", 20_000).orElse("").strip().split("\\s+", 3);
        with.put("method", line.length > 1 ? line[0] : "GET");
        with.put("url", line.length > 1 ? line[1] : line[0]);
        command.free("headers").ifPresent(headers -> with.put("headers", headers));
        command.any("content").ifPresent(content -> with.put("body", content));
        command.any("content_b64").ifPresent(content -> with.put("body", Map.of("base64", content)));
    }

    private void assignee(Map<String, @Nullable Object> with) {
        var names = step.texts("targets").stream().map(targets::name).toList();
        if (!names.isEmpty()) {
            with.put("assignee", String.join(", ", names));
        }
        step.text("agent", 300);
    }

    private void parties(Map<String, @Nullable Object> with) {
        var found = new ArrayList<@Nullable Object>();
        step.texts("targets").forEach(target -> found.add(targets.find(target)));
        if (!found.isEmpty()) {
            with.put("targets", found);
        }
        step.text("agent", 300).ifPresent(agent -> with.put("agent", agents.name(agent)));
    }

    private void branch(List<@Nullable Object> steps) {
        var read = common(steps, id);
        var with = new LinkedHashMap<String, @Nullable Object>();
        with.put("condition", step.required("condition", 20_000).orElse(""));
        with.put("then", step.text("on_true", 300).map(CacaoDialect::target).orElse("end"));
        with.put("else", step.text("on_false", 300).map(CacaoDialect::target).orElse("end"));
        step.text("on_completion", 300)
                .ifPresent(next -> problems.add(
                        step.pointer("on_completion"),
                        "E-308",
                        "A condition's on_completion, to which both ways come back, has no equivalent",
                        "Let the last step of each way lead there"));
        read.put("type", "branch");
        read.put("with", with);
        steps.add(read);
    }
}
