package io.switchboard.operations.administration.scim;

import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a client sent, as text that is the same whenever it sends the same again: names in order, no white space. {@code thing} says what it is about. */
record Asking(String thing, List<String> lines) {

    static Asking of(Operation operation) {
        var thing = switch (operation.type()) {
            case USER -> "member";
            case GROUP -> "group";
        };
        return new Asking(
                thing,
                List.of(
                        operation.method().name(),
                        operation.type().name(),
                        operation.id().orElse(""),
                        operation.data().map(Asking::canonical).orElse("")));
    }

    static Asking of(BulkRequest bulk) {
        var lines = new ArrayList<String>();
        bulk.items()
                .forEach(item -> lines.addAll(List.of(
                        item.method(),
                        item.bulkId().orElse(""),
                        item.path(),
                        item.data().map(Asking::canonical).orElse(""))));
        return new Asking("bulk", lines);
    }

    /** Bound to who asks, where, for what, and to what it comes to. No line holds a line break: JSON escapes it, and ids and paths are quoted. */
    Sha256 digest(Caller caller, List<String> effect) {
        var all = new ArrayList<>(
                List.of("switchboard scim approval v1", caller.tenant().value()));
        all.add(caller.actor().type().wire() + ":" + caller.actor().id());
        lines.forEach(line -> all.add(ScimJson.NODES.stringNode(line).toString()));
        all.addAll(effect);
        return Sha256.of(String.join("\n", all));
    }

    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(property ->
                            ScimJson.NODES.stringNode(property.getKey()) + ":" + canonical(property.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            return node.valueStream().map(Asking::canonical).collect(Collectors.joining(",", "[", "]"));
        }
        return node.toString();
    }
}
