package io.switchboard.operations.administration.scim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A bulk as it was sent (RFC 7644, section 3.7): at most 1,000 operations; {@code failOnErrors} 0 goes on whatever happens. */
record BulkRequest(List<Item> items, int failOnErrors) {

    static final int MOST = 1_000;

    private static final Pattern PATH = Pattern.compile("/?(Users|Groups)(?:/([^/]{1,255}))?");
    private static final String REFERENCE = "bulkId:";

    /** {@code path} is checked when its turn comes, so that a wrong one is this operation's error and not the bulk's. */
    record Item(
            String method, Optional<String> bulkId, String path, Optional<String> version, Optional<ObjectNode> data) {

        Operation operation(Ids ids) {
            var verb = Operation.Method.of(method);
            var match = PATH.matcher(path);
            if (!match.matches()) {
                throw ScimFault.value(
                        "“" + ScimJson.shown(path) + "” is no path of a bulk; they begin with /Users or /Groups.");
            }
            var id = Optional.ofNullable(match.group(2)).map(ids::resolved);
            if (id.isPresent() == (verb == Operation.Method.POST)) {
                throw ScimFault.value(
                        "A POST goes to /Users or /Groups, and any other operation to one resource below.");
            }
            if (verb == Operation.Method.POST && bulkId.isEmpty()) {
                throw ScimFault.value("A POST in a bulk has a bulkId, so that its answer can be told from others.");
            }
            return new Operation(verb, Operation.Type.of(match.group(1)), id, data.map(ids::resolved), version);
        }

        /** The bulk ids that this operation refers to. */
        Set<String> references() {
            var found = new HashSet<String>();
            var segment = path.substring(path.lastIndexOf('/') + 1);
            collect(ScimJson.NODES.stringNode(segment), found);
            data.ifPresent(body -> collect(body, found));
            return found;
        }

        private static void collect(JsonNode node, Set<String> found) {
            if (node.isString() && node.stringValue().startsWith(REFERENCE)) {
                found.add(node.stringValue().substring(REFERENCE.length()));
            }
            node.forEach(child -> collect(child, found));
        }
    }

    /** What bulk ids have come to stand for. */
    interface Ids {

        Optional<String> of(String bulkId);

        default String resolved(String text) {
            return text.startsWith(REFERENCE)
                    ? of(text.substring(REFERENCE.length()))
                            .orElseThrow(
                                    () -> ScimFault.value(
                                            "“" + ScimJson.shown(text)
                                                    + "” stands for nothing: no operation of this bulk with that bulkId has succeeded."))
                    : text;
        }

        default ObjectNode resolved(ObjectNode data) {
            return (ObjectNode) resolved((JsonNode) data);
        }

        private JsonNode resolved(JsonNode node) {
            if (node.isString()) {
                return ScimJson.NODES.stringNode(resolved(node.stringValue()));
            }
            if (node.isArray()) {
                var array = ScimJson.NODES.arrayNode();
                node.forEach(value -> array.add(resolved(value)));
                return array;
            }
            if (node.isObject()) {
                var object = ScimJson.NODES.objectNode();
                node.properties().forEach(property -> object.set(property.getKey(), resolved(property.getValue())));
                return object;
            }
            return node;
        }
    }

    static BulkRequest of(ObjectNode body) {
        Bodies.requireSchema(body, Urn.BULK);
        var operations = body.path("operations");
        if (!operations.isArray() || operations.isEmpty()) {
            throw ScimFault.syntax("A bulk has Operations, and here there are none. Send at least one.");
        }
        if (operations.size() > MOST) {
            throw ScimFault.tooLarge("A bulk has at most " + MOST + " operations, and here there are "
                    + operations.size() + ". Send several.");
        }
        var items = new ArrayList<Item>();
        operations.forEach(operation -> items.add(item(operation)));
        requireDifferentIds(items);
        return new BulkRequest(items, Math.max(0, body.path("failonerrors").asInt(0)));
    }

    private static Item item(JsonNode operation) {
        var data = operation.path("data");
        return new Item(
                operation.path("method").asString(""),
                text(operation, "bulkid"),
                operation.path("path").asString("").strip(),
                text(operation, "version"),
                data instanceof ObjectNode object ? Optional.of(object) : Optional.empty());
    }

    private static Optional<String> text(JsonNode operation, String name) {
        return Optional.of(operation.path(name).asString("")).filter(text -> !text.isBlank());
    }

    private static void requireDifferentIds(List<Item> items) {
        var seen = new HashSet<String>();
        for (var item : items) {
            item.bulkId().filter(id -> !seen.add(id)).ifPresent(id -> {
                throw ScimFault.syntax(
                        "The bulkId “" + ScimJson.shown(id) + "” is there twice. Give every operation its own.");
            });
        }
    }
}
