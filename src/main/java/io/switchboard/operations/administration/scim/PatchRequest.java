package io.switchboard.operations.administration.scim;

import io.switchboard.operations.administration.scim.filter.AttributePath;
import io.switchboard.operations.administration.scim.filter.SyntaxFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The operations of a PATCH (RFC 7644, section 3.5.2), at most 1,000; one without a path has become one for each attribute of its value. */
record PatchRequest(List<Operation> operations) {

    private static final int MOST = 1_000;

    enum Verb {
        ADD,
        REPLACE,
        REMOVE
    }

    record Operation(Verb verb, AttributePath path, JsonNode value) {}

    static PatchRequest of(ObjectNode body) {
        var listed = body.path("operations");
        if (!listed.isArray() || listed.isEmpty()) {
            throw ScimFault.syntax("A PATCH has Operations, and here there are none. Send at least one.");
        }
        if (listed.size() > MOST) {
            throw ScimFault.tooLarge("A PATCH has at most " + MOST + " operations, and here there are " + listed.size()
                    + ". Send several.");
        }
        var operations = new ArrayList<Operation>();
        listed.forEach(operation -> operations.addAll(read(operation)));
        return new PatchRequest(operations);
    }

    private static List<Operation> read(JsonNode operation) {
        var verb = verb(operation.path("op").asString(""));
        var value = operation.path("value");
        var path = operation.path("path").asString("");
        if (!path.isBlank()) {
            if (verb != Verb.REMOVE && value.isMissingNode()) {
                throw ScimFault.value("The operation on “" + ScimJson.shown(path)
                        + "” has no value. Send one, or remove the attribute.");
            }
            return List.of(new Operation(verb, path(path.strip()), value));
        }
        if (verb == Verb.REMOVE) {
            throw ScimFault.bad("noTarget", "A remove needs a path. Say what is to be removed.");
        }
        if (!value.isObject()) {
            throw ScimFault.value(
                    "An operation without a path has an object as its value, with the attributes to set.");
        }
        return value.propertyStream()
                .map(attribute -> new Operation(verb, path(attribute.getKey()), attribute.getValue()))
                .filter(part -> !isIgnoredInObject(part))
                .toList();
    }

    /** Clients send the whole resource along, with what only we write. */
    private static boolean isIgnoredInObject(Operation part) {
        return ServerWritten.contains(part.path());
    }

    private static Verb verb(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "add" -> Verb.ADD;
            case "replace" -> Verb.REPLACE;
            case "remove" -> Verb.REMOVE;
            default ->
                throw ScimFault.syntax(
                        "“" + ScimJson.shown(word) + "” is no operation; they are add, replace and remove.");
        };
    }

    private static AttributePath path(String text) {
        try {
            return AttributePath.parse(text);
        } catch (SyntaxFault fault) {
            throw ScimFault.bad(
                    "invalidPath", "The path “" + ScimJson.shown(text) + "” cannot be read. " + fault.sentence());
        }
    }

    /** Attributes that clients may read only. */
    static final class ServerWritten {

        private ServerWritten() {}

        static boolean contains(AttributePath path) {
            return switch (path.attribute().key()) {
                case "id", "meta", "groups", "schemas" -> true;
                default -> false;
            };
        }

        static void refuse(Optional<AttributePath> path) {
            path.filter(ServerWritten::contains).ifPresent(it -> {
                throw ScimFault.bad(
                        "mutability",
                        "The attribute " + it.attribute().name() + " is written by this service only. Leave it out.");
            });
        }
    }
}
