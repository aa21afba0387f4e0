package io.switchboard.operations.administration.scim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which attributes an answer has (RFC 7644, section 3.9): those that were asked for, or all but some. {@code schemas} and {@code id} are in every answer.
 */
record Projection(Set<String> only, Set<String> without) {

    private static final Set<String> ALWAYS = Set.of("schemas", "id");
    private static final int MOST = 100;

    static Projection of(Optional<String> attributes, Optional<String> excluded) {
        if (attributes.isPresent() && excluded.isPresent()) {
            throw ScimFault.value("Send attributes or excludedAttributes, and not both.");
        }
        return new Projection(names(attributes), names(excluded));
    }

    private static Set<String> names(Optional<String> list) {
        var names = Arrays.stream(list.orElse("").split(",", MOST + 1))
                .map(name -> plain(name.strip().toLowerCase(Locale.ROOT)))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (names.size() > MOST) {
            throw ScimFault.value("More than " + MOST + " attributes are named. Name fewer.");
        }
        return names;
    }

    /** Names of the core schemas may have their URI in front. */
    private static String plain(String name) {
        for (var schema : List.of(Urn.USER, Urn.GROUP)) {
            var prefix = schema.toLowerCase(Locale.ROOT) + ":";
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length());
            }
        }
        return name;
    }

    /** Whether the attribute will be shown, so that what will not need not be read. */
    boolean shows(String attribute) {
        return keeps(attribute.toLowerCase(Locale.ROOT));
    }

    private boolean keeps(String path) {
        if (!only.isEmpty()) {
            return only.stream().anyMatch(name -> name.equals(path) || isPartOf(name, path) || isPartOf(path, name));
        }
        return !without.contains(path);
    }

    private static boolean isPartOf(String part, String whole) {
        return part.startsWith(whole + ".") || part.startsWith(whole + ":");
    }

    ObjectNode of(ObjectNode resource) {
        if (only.isEmpty() && without.isEmpty()) {
            return resource;
        }
        prune(resource, "", ".");
        return resource;
    }

    private void prune(ObjectNode node, String before, String sign) {
        for (var name : List.copyOf(node.propertyNames())) {
            var path = before.isEmpty() ? name.toLowerCase(Locale.ROOT) : before + sign + name.toLowerCase(Locale.ROOT);
            if (ALWAYS.contains(path)) {
                continue;
            }
            if (keeps(path)) {
                pruneInside(node.path(name), path);
            } else {
                node.remove(name);
            }
        }
    }

    private void pruneInside(JsonNode value, String path) {
        if (value instanceof ObjectNode object) {
            prune(object, path, path.startsWith("urn:") ? ":" : ".");
        } else if (value.isArray()) {
            value.forEach(one -> pruneInside(one, path));
        }
    }
}
