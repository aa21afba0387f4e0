package io.switchboard.operations.administration.scim;

import io.switchboard.operations.administration.scim.PatchRequest.Operation;
import io.switchboard.operations.administration.scim.PatchRequest.Verb;
import io.switchboard.operations.administration.scim.filter.AttributePath;
import io.switchboard.operations.administration.scim.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Operations on a user, in their order (RFC 7644, section 3.5.2). What is not kept here is passed over. Two things are taken as identity providers mean
 * them: {@code emails[type eq "work"].value} makes the address that it names where there is none, and removing what is not there changes nothing.
 */
final class UserPatch {

    private static final Set<String> SIMPLE = Set.of("username", "externalid", "displayname", "active");

    private final ObjectNode tree;

    private UserPatch(ObjectNode tree) {
        this.tree = tree;
    }

    static UserWrite applied(PatchRequest request, UserWrite user) {
        var patch = new UserPatch(user.tree());
        request.operations().forEach(patch::apply);
        return UserWrite.of(patch.tree, user.profile().active());
    }

    private void apply(Operation operation) {
        PatchRequest.ServerWritten.refuse(Optional.of(operation.path()));
        var attribute = operation.path().attribute();
        if (attribute.foreign()) {
            return;
        }
        if (attribute.enterprise()) {
            part(ENTERPRISE, attribute.name(), operation);
        } else if (SIMPLE.contains(attribute.name())) {
            set(tree, attribute.name(), operation);
        } else if (attribute.name().equals("name")) {
            part("name", operation.path().sub().orElse(""), operation);
        } else if (attribute.name().equals("emails")) {
            emails(operation);
        }
    }

    private static final String ENTERPRISE = UserWrite.ENTERPRISE;

    private static void set(ObjectNode holder, String name, Operation operation) {
        if (operation.verb() == Verb.REMOVE) {
            holder.remove(name);
        } else {
            holder.set(name, operation.value());
        }
    }

    /** A part of a complex attribute, or, without a name, several of them at once: those that are not named stay. */
    private void part(String attribute, String name, Operation operation) {
        var holder = tree.withObjectProperty(attribute);
        if (!name.isEmpty()) {
            set(holder, name, operation);
        } else if (operation.verb() == Verb.REMOVE) {
            holder.removeAll();
        } else if (operation.value() instanceof ObjectNode parts) {
            holder.setAll(parts);
        } else {
            throw ScimFault.value(
                    "The attribute " + attribute + " has parts: send an object, or name the part in the path.");
        }
    }

    private void emails(Operation operation) {
        var emails = tree.withArrayProperty("emails");
        var chosen = operation.path().values();
        if (operation.verb() == Verb.REMOVE) {
            remove(emails, operation.path(), operation.value());
        } else if (chosen.isPresent() || operation.path().sub().isPresent()) {
            values(emails, operation, chosen).forEach(email -> write(email, operation));
        } else {
            if (operation.verb() == Verb.REPLACE) {
                emails.removeAll();
            }
            listed(operation.value()).forEach(email -> append(emails, email));
        }
    }

    private static List<JsonNode> listed(JsonNode value) {
        return value.isArray() ? value.valueStream().toList() : value.isNull() ? List.of() : List.of(value);
    }

    private static void remove(ArrayNode emails, AttributePath path, JsonNode value) {
        if (path.sub().isPresent()) {
            emails.forEach(email -> {
                if (email instanceof ObjectNode object && matches(path.values(), email)) {
                    object.remove(path.sub().get());
                }
            });
            return;
        }
        var named = listed(value).stream()
                .map(email -> email.isObject() ? email.path("value").asString("") : email.asString(""))
                .toList();
        var kept = new ArrayList<JsonNode>();
        emails.forEach(email -> {
            boolean goes = matches(path.values(), email)
                    && (named.isEmpty()
                            || value.isMissingNode()
                            || named.contains(email.path("value").asString("")));
            if (!goes) {
                kept.add(email);
            }
        });
        emails.removeAll().addAll(kept);
    }

    private static boolean matches(Optional<Filter> filter, JsonNode email) {
        return filter.isEmpty() || Matching.test(filter.get(), email);
    }

    /** Those that the path means; where there are none, one that is as the filter says. */
    private static List<ObjectNode> values(ArrayNode emails, Operation operation, Optional<Filter> filter) {
        var found = new ArrayList<ObjectNode>();
        emails.forEach(email -> {
            if (email instanceof ObjectNode object && matches(filter, email)) {
                found.add(object);
            }
        });
        if (found.isEmpty()) {
            var made = filter.map(Matching::made)
                    .orElseGet(() -> Optional.of(ScimJson.NODES.objectNode()))
                    .orElseThrow(() -> ScimFault.bad(
                            "noTarget",
                            "No value of " + operation.path().attribute().name()
                                    + " is as the path's filter says. Read the user to see its values."));
            emails.add(made);
            found.add(made);
        }
        return found;
    }

    private static void write(ObjectNode email, Operation operation) {
        if (operation.path().sub().isPresent()) {
            email.set(operation.path().sub().get(), operation.value());
        } else if (operation.value() instanceof ObjectNode parts) {
            email.setAll(parts);
        } else {
            email.set("value", operation.value());
        }
    }

    /** A new primary address takes that from the one before (RFC 7643, section 2.4). */
    private static void append(ArrayNode emails, JsonNode email) {
        if (Values.truth(email.path("primary"), "emails.primary").orElse(false)) {
            emails.forEach(other -> {
                if (other instanceof ObjectNode object) {
                    object.remove("primary");
                }
            });
        }
        emails.add(email);
    }
}
