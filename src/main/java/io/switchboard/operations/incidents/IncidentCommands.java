package io.switchboard.operations.incidents;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.operations.runs.Command;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalogue offers on incidents. */
@Configuration(proxyBeanMethods = false)
class IncidentCommands {

    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::word).toList();
    private static final List<String> STATUSES =
            Arrays.stream(IncidentStatus.values()).map(IncidentStatus::wire).toList();

    @Bean
    Command openIncident(IncidentChanges changes) {
        return new Open(changes);
    }

    @Bean
    Command updateIncident(IncidentChanges changes, Incidents incidents) {
        return new Update(changes, incidents);
    }

    private record Open(IncidentChanges changes) implements Command {

        @Override
        public String id() {
            return "incident.open";
        }

        @Override
        public String title() {
            return "Open an incident";
        }

        @Override
        public String sentence() {
            return "Puts an incident on record, with a number of its own, so that everybody sees that it is looked after.";
        }

        @Override
        public String blastRadius() {
            return "One new incident of this tenant. Nothing outside the portal.";
        }

        @Override
        public boolean isIdempotent() {
            return false;
        }

        @Override
        public List<Input> inputs() {
            return List.of(
                    Input.required("title", "What is wrong"),
                    new Input("severity", "Severity", false, SEVERITIES),
                    Input.optional("service", "Service"),
                    Input.optional("note", "Note"));
        }

        @Override
        public Enforced<Map<String, String>> run(Invocation invocation) {
            var opening = new IncidentChanges.Opening(
                    invocation.text("title"),
                    Severity.parse(invocation.text("severity")),
                    Optional.of(invocation.text("service")).filter(text -> !text.isBlank()),
                    invocation.text("note"),
                    invocation.parent());
            return changes.open(invocation.caller(), opening)
                    .map(incident -> Map.of("number", incident.key(), "says", "Opened " + incident.key() + "."));
        }

        @Override
        public Optional<Undo> undo(Map<String, String> inputs, Map<String, String> outputs) {
            return Optional.ofNullable(outputs.get("number"))
                    .map(number -> new Undo(
                            "incident.update",
                            Map.of("number", number, "status", "cancelled", "note", "Its run was rolled back.")));
        }
    }

    private record Update(IncidentChanges changes, Incidents incidents) implements Command {

        @Override
        public String id() {
            return "incident.update";
        }

        @Override
        public String title() {
            return "Say how an incident stands";
        }

        @Override
        public String sentence() {
            return "Moves an incident to another status, up to closed, and adds a moment to its timeline.";
        }

        @Override
        public String blastRadius() {
            return "One incident of this tenant, which can be moved back.";
        }

        @Override
        public boolean isIdempotent() {
            return false;
        }

        @Override
        public List<Input> inputs() {
            return List.of(
                    Input.required("number", "Number of the incident"),
                    new Input("status", "Status", true, STATUSES),
                    Input.optional("note", "Note"));
        }

        @Override
        public Enforced<Map<String, String>> run(Invocation invocation) {
            var status = IncidentStatus.parse(invocation.text("status")).orElseThrow();
            return incidents
                    .findByKey(invocation.caller().tenant(), invocation.text("number"))
                    .flatMap(incident -> changes.move(
                            invocation.caller(),
                            incident.id(),
                            status,
                            invocation.text("note"),
                            Optional.empty(),
                            invocation.parent()))
                    .map(ended -> ended.map(incident -> Map.of(
                            "number",
                            incident.key(),
                            "status",
                            status.wire(),
                            "says",
                            incident.key() + " is " + status.wire() + ".")))
                    .orElseGet(
                            () -> changes.unknown(invocation.caller(), invocation.text("number"), invocation.parent()));
        }
    }
}
