package io.switchboard.operations.administration.scim;

import io.switchboard.operations.administration.scim.filter.AttributeName;
import io.switchboard.operations.administration.scim.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether one value of an attribute meets the filter in a path; names in lower case, text without regard to case. */
final class Matching {

    private Matching() {}

    static boolean test(Filter filter, JsonNode value) {
        return switch (filter) {
            case Filter.And(var all) -> all.stream().allMatch(part -> test(part, value));
            case Filter.Or(var any) -> any.stream().anyMatch(part -> test(part, value));
            case Filter.Not(var inner) -> !test(inner, value);
            case Filter.Present(var name) -> !text(value, name).isEmpty();
            case Filter.OneOf(var name, var inner) -> test(inner, part(value, name));
            case Filter.Compare compare -> compare(compare, text(value, compare.attribute()));
        };
    }

    private static JsonNode part(JsonNode value, AttributeName name) {
        return value.isObject()
                ? value.path(name.name())
                : name.name().equals("value") ? value : value.path(name.name());
    }

    /** Missing is empty: nothing that has a value equals it. */
    private static String text(JsonNode value, AttributeName name) {
        return part(value, name).asString("").toLowerCase(Locale.ROOT);
    }

    private static boolean compare(Filter.Compare compare, String is) {
        var asked = compare.value()
                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                .orElse("");
        return switch (compare.operator()) {
            case EQ -> is.equals(asked);
            case NE -> !is.equals(asked);
            case CO -> is.contains(asked);
            case SW -> is.startsWith(asked);
            case EW -> is.endsWith(asked);
            case GT -> is.compareTo(asked) > 0;
            case GE -> is.compareTo(asked) >= 0;
            case LT -> is.compareTo(asked) < 0;
            case LE -> is.compareTo(asked) <= 0;
        };
    }

    /** A new value that meets the filter, where it only says what equals what: that is how clients name a value they want to exist. */
    static Optional<ObjectNode> made(Filter filter) {
        var parts = filter instanceof Filter.And(var all) ? all : List.of(filter);
        var equals = new ArrayList<Filter.Compare>();
        for (var part : parts) {
            if (part instanceof Filter.Compare compare && compare.operator() == Filter.Operator.EQ) {
                equals.add(compare);
            }
        }
        return Optional.of(ScimJson.NODES.objectNode())
                .filter(_ -> equals.size() == parts.size())
                .map(made -> filled(made, equals));
    }

    private static ObjectNode filled(ObjectNode made, List<Filter.Compare> equals) {
        equals.forEach(compare ->
                compare.value().ifPresent(value -> made.put(compare.attribute().name(), value.toString())));
        return made;
    }

    /** The ids in {@code value eq "…"} and alternatives of it; empty for any other filter. */
    static Optional<List<String>> ids(Filter filter) {
        var parts = filter instanceof Filter.Or(var any) ? any : List.of(filter);
        var ids = new ArrayList<String>();
        for (var part : parts) {
            if (part instanceof Filter.Compare compare
                    && compare.operator() == Filter.Operator.EQ
                    && compare.attribute().key().equals("value")) {
                compare.value().ifPresent(value -> ids.add(value.toString()));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(ids);
    }
}
