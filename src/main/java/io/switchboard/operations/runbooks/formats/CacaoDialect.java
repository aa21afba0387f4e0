package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.runbooks.dialect.Members;
import io.switchboard.operations.runbooks.dialect.Problems;
import io.switchboard.operations.runbooks.dialect.RunbookSteps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Playbooks as OASIS CACAO Security Playbooks 2.0 writes them: a workflow of steps that name the ones after them. */
final class CacaoDialect implements Dialect {

    /** What describes the playbook as a publication; a runbook has no place for it. */
    private static final List<String> METADATA = List.of(
            "playbook_types",
            "playbook_activities",
            "playbook_complexity",
            "playbook_processing_summary",
            "playbook_extensions",
            "created_by",
            "created",
            "modified",
            "valid_from",
            "valid_until",
            "derived_from",
            "related_to",
            "priority",
            "severity",
            "impact",
            "industry_sectors",
            "external_references",
            "features",
            "markings",
            "data_marking_definitions",
            "extension_definitions",
            "authentication_info_definitions",
            "signatures");

    @Override
    public String id() {
        return "cacao";
    }

    @Override
    public String title(boolean one) {
        return one ? "CACAO playbook" : "CACAO playbooks";
    }

    @Override
    public boolean recognises(Map<String, @Nullable Object> document) {
        return document.containsKey("spec_version")
                || document.get("type") instanceof String type && type.startsWith("playbook");
    }

    @Override
    public Translation translate(Map<String, @Nullable Object> document, Problems problems) {
        var translation = Translation.of(new LinkedHashMap<>());
        new Reading(new Members(document, "", problems), translation, problems).read();
        return translation;
    }

    /** One playbook being put into the portal's dialect. */
    private record Reading(Members playbook, Translation to, Problems problems) {

        void read() {
            playbook.choice("type", List.of("playbook"));
            playbook.choice("spec_version", List.of("cacao-2.0"));
            var runbook = to.runbook();
            to.places().put("", "");
            runbook.put("runbook", 1L);
            take("id", "id");
            take("name", "title");
            take("description", "description");
            take("revoked", "disabled");
            take("labels", "labels");
            variables();
            METADATA.forEach(this::ignore);
            to.places().put("/steps", "/workflow");
            runbook.put("steps", new CacaoWorkflow(playbook, to, problems).steps());
            playbook.refuseRest("playbook");
        }

        private void take(String theirs, String ours) {
            to.places().put("/" + ours, playbook.pointer(theirs));
            playbook.any(theirs).ifPresent(value -> to.runbook().put(ours, value));
        }

        private void ignore(String name) {
            playbook.any(name).ifPresent(value -> to.ignored().add(playbook.pointer(name)));
        }

        /** An external variable is asked for when the runbook starts; any other is a constant. */
        private void variables() {
            var inputs = new ArrayList<@Nullable Object>();
            var constants = new LinkedHashMap<String, @Nullable Object>();
            playbook.object("playbook_variables")
                    .ifPresent(variables -> variables.names().forEach(name -> {
                        variables.object(name).ifPresent(variable -> {
                            to.places().put("/inputs/" + inputs.size(), variable.pointer());
                            if (variable.flag("external").orElse(false)) {
                                inputs.add(input(name, variable));
                            } else {
                                constants.put(name, variable.any("value").orElse(""));
                            }
                            ignoreRest(variable);
                        });
                    }));
            put("inputs", inputs);
            if (!constants.isEmpty()) {
                to.runbook().put("constants", constants);
            }
        }

        private void put(String name, List<@Nullable Object> items) {
            if (!items.isEmpty()) {
                to.runbook().put(name, items);
            }
        }

        private static Map<String, @Nullable Object> input(String name, Members variable) {
            var input = new LinkedHashMap<String, @Nullable Object>();
            var type = variable.text("type", 100).orElse("string");
            input.put("name", name);
            input.put(
                    "type",
                    switch (type) {
                        case "bool" -> "boolean";
                        case "integer", "long" -> "number";
                        default -> "string";
                    });
            variable.any("description").ifPresent(text -> input.put("description", text));
            variable.any("value").ifPresent(value -> input.put("default", value));
            return input;
        }

        private void ignoreRest(Members variable) {
            variable.takeRest().keySet().forEach(name -> to.ignored().add("/playbook_variables/*/" + name));
        }
    }

    /** Names of steps as a run knows them: an end step is none. */
    static String target(String id) {
        return id.startsWith("end--") ? RunbookSteps.END : id;
    }
}
