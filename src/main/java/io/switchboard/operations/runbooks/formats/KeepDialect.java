package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.runbooks.dialect.Members;
import io.switchboard.operations.runbooks.dialect.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Workflows as Keep writes them: {@code workflow} with triggers, steps and actions, each with a provider. */
final class KeepDialect implements Dialect {

    private static final String TOP = "/workflow";
    private static final Map<String, String> TRIGGERS =
            Map.of("manual", "manual", "alert", "alert", "incident", "incident", "interval", "schedule");
    private static final Map<String, String> INPUTS =
            Map.of("string", "string", "text", "string", "number", "number", "boolean", "boolean", "choice", "choice");

    @Override
    public String id() {
        return "keep";
    }

    @Override
    public String title(boolean one) {
        return one ? "Keep workflow" : "Keep workflows";
    }

    @Override
    public boolean recognises(Map<String, @Nullable Object> document) {
        return document.get("workflow") instanceof Map;
    }

    @Override
    public Translation translate(Map<String, @Nullable Object> document, Problems problems) {
        var file = new Members(document, "", problems);
        var workflow = file.object("workflow").orElseThrow();
        file.refuseRest("file of Keep beside its workflow");
        var translation = Translation.of(new LinkedHashMap<>());
        new Reading(workflow, translation, problems).read();
        return translation;
    }

    /** One workflow being put into the portal's dialect. */
    private record Reading(Members workflow, Translation to, Problems problems) {

        void read() {
            var runbook = to.runbook();
            to.places().put("", TOP);
            runbook.put("runbook", 1L);
            take("id", "id");
            take("name", "title");
            take("description", "description");
            take("disabled", "disabled");
            take("owners", "owners");
            take("services", "services");
            take("consts", "constants");
            runbook.put("inputs", inputs());
            runbook.put("triggers", triggers());
            refusePermissions();
            ignore("debug");
            ignore("providers");
            runbook.put("steps", steps());
            to.places().put("/steps", TOP);
            workflow.refuseRest("workflow");
        }

        private void take(String theirs, String ours) {
            to.places().put("/" + ours, workflow.pointer(theirs));
            workflow.any(theirs)
                    .filter(value -> !(value instanceof Map<?, ?> map && map.isEmpty()))
                    .ifPresent(value -> to.runbook().put(ours, value));
        }

        private void ignore(String name) {
            workflow.any(name).ifPresent(value -> to.ignored().add(workflow.pointer(name)));
        }

        private List<@Nullable Object> inputs() {
            var inputs = new ArrayList<@Nullable Object>();
            for (var input : workflow.objects("inputs")) {
                to.places().put("/inputs/" + inputs.size(), input.pointer());
                var type = input.text("type", 100).orElse("string");
                if (!INPUTS.containsKey(type)) {
                    problems.add(
                            input.pointer("type"),
                            "E-308",
                            "Inputs of type " + type + " have no equivalent",
                            "Use string, number, boolean or choice");
                }
                var read = input.takeRest();
                read.put("name", input.any("name").orElse(null));
                read.put("type", INPUTS.getOrDefault(type, "string"));
                inputs.add(read);
            }
            return inputs;
        }

        private List<@Nullable Object> triggers() {
            var triggers = new ArrayList<@Nullable Object>();
            for (var trigger : workflow.objects("triggers")) {
                to.places().put("/triggers/" + triggers.size(), trigger.pointer());
                var type = trigger.text("type", 100).orElse("");
                if (!TRIGGERS.containsKey(type)) {
                    problems.add(
                            trigger.pointer("type"),
                            "E-308",
                            "Triggers of type " + type + " have no equivalent",
                            "Use manual, alert, incident or interval");
                }
                var read = new LinkedHashMap<String, @Nullable Object>();
                read.put("type", TRIGGERS.getOrDefault(type, "manual"));
                var rest = trigger.takeRest();
                if (type.equals("interval")) {
                    rest = Map.of("every", rest.getOrDefault("value", "") + "s");
                }
                if (!rest.isEmpty()) {
                    read.put("with", rest);
                }
                triggers.add(read);
            }
            return triggers;
        }

        /** Leaving them out would let more people run it than its author meant. */
        private void refusePermissions() {
            workflow.any("permissions")
                    .filter(value -> !(value instanceof List<?> list && list.isEmpty()))
                    .ifPresent(value -> problems.add(
                            workflow.pointer("permissions"),
                            "E-308",
                            "Permissions of a workflow have no equivalent: policies decide here who may run what",
                            "Take them out, and have a policy written that says the same"));
        }

        private List<@Nullable Object> steps() {
            var steps = new ArrayList<@Nullable Object>();
            for (var list : List.of("steps", "actions")) {
                for (var step : workflow.objects(list)) {
                    steps.add(new KeepStep(step, "/steps/" + steps.size(), to, problems).read());
                }
            }
            return steps;
        }
    }

    static Optional<String> referenced(Members members, String name) {
        return members.text(name, 2_000).map(String::strip);
    }
}
