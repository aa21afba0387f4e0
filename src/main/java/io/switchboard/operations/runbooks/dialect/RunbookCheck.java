package io.switchboard.operations.runbooks.dialect;

import io.switchboard.kernel.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a document of the portal's dialect: all problems of it at once, and its members in the dialect's order. */
public final class RunbookCheck {

    public static final int VERSION = 1;
    public static final int MOST_STEPS = 500;
    public static final int LONGEST_ID = 128;
    public static final int LONGEST_TITLE = 300;
    public static final String NAME = "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$";
    public static final List<String> INPUTS = List.of("string", "number", "boolean", "choice");
    public static final List<String> TRIGGERS = List.of("manual", "alert", "incident", "schedule");

    private static final Predicate<String> IS_NAME = Pattern.compile(NAME).asMatchPredicate();
    private static final List<String> ROLES = Arrays.stream(Role.values())
            .filter(role -> !role.isPlatformOnly())
            .map(Role::wire)
            .toList();

    private final Problems problems;
    private final Members top;

    public RunbookCheck(Map<String, @Nullable Object> document, Problems problems) {
        this.problems = problems;
        this.top = new Members(document, "", problems);
    }

    /** Those that a step may ask for. */
    public static List<String> roles() {
        return ROLES;
    }

    /** The runbook as far as it is well-formed; one with problems is not to be kept. */
    public Map<String, @Nullable Object> read() {
        var runbook = new Draft()
                .put("runbook", version())
                .put("id", top.required("id", LONGEST_ID))
                .put("title", top.required("title", LONGEST_TITLE))
                .put("description", top.text("description", 20_000))
                .flag("disabled", top.flag("disabled"))
                .put("labels", top.texts("labels"))
                .put("owners", top.texts("owners"))
                .put("services", top.texts("services"))
                .put("inputs", inputs())
                .put("constants", top.free("constants"))
                .put("triggers", triggers())
                .put("on-failure", top.text("on-failure", 200))
                .put("steps", steps())
                .members();
        top.refuseRest("runbook");
        if (problems.isEmpty()) {
            new Flow(runbook, problems).check();
        }
        return runbook;
    }

    private Optional<Long> version() {
        var version = top.choice("runbook", List.of(String.valueOf(VERSION)));
        if (!top.has("runbook")) {
            top.missing("runbook");
        }
        return version.map(Long::valueOf);
    }

    private List<Map<String, @Nullable Object>> inputs() {
        var inputs = new ArrayList<Map<String, @Nullable Object>>();
        for (var input : top.objects("inputs")) {
            var type = input.choice("type", INPUTS);
            inputs.add(new Draft()
                    .put("name", input.required("name", 200))
                    .put("type", type)
                    .put("description", input.text("description", 2_000))
                    .flag("required", input.flag("required"))
                    .put("default", input.any("default"))
                    .put("options", input.texts("options"))
                    .members());
            if (type.filter("choice"::equals).isPresent() && !input.has("options")) {
                input.missing("options");
            }
            input.refuseRest("input");
        }
        return inputs;
    }

    private List<Map<String, @Nullable Object>> triggers() {
        var triggers = new ArrayList<Map<String, @Nullable Object>>();
        for (var trigger : top.objects("triggers")) {
            if (!trigger.has("type")) {
                trigger.missing("type");
            }
            triggers.add(new Draft()
                    .put("type", trigger.choice("type", TRIGGERS))
                    .put("with", trigger.free("with"))
                    .members());
            trigger.refuseRest("trigger");
        }
        return triggers;
    }

    private List<Map<String, @Nullable Object>> steps() {
        var members = top.objects("steps");
        if (members.isEmpty()) {
            problems.add("/steps", "E-310", "The runbook has no steps", "Add what is to be done, at least one step");
        }
        if (members.size() > MOST_STEPS) {
            problems.add(
                    "/steps",
                    "E-311",
                    "The runbook has " + members.size() + " steps; the most is " + MOST_STEPS,
                    "Split it into several runbooks");
            return List.of();
        }
        return members.stream().map(StepCheck::new).map(StepCheck::read).toList();
    }

    static Optional<String> name(Members members, String name) {
        return members.valid(
                name,
                IS_NAME,
                "has other characters than letters of the Latin alphabet, digits, _, . and -",
                "Use only those, at most 128, and begin with a letter, digit or _");
    }
}
