package io.switchboard.operations.entities.ui;

import com.vaadin.flow.router.QueryParameters;
import io.switchboard.operations.entities.Direction;
import io.switchboard.operations.entities.EntityId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an address says after its question mark, so that a link is the page as it was filtered. What is not well-formed is as if it were not there. */
record Address(Map<String, String> values) {

    private static final int DEFAULT_HOPS = 2;
    private static final int LONGEST = 128;

    Address {
        values = Map.copyOf(values);
    }

    static Address of(QueryParameters query) {
        return new Address(query.getParameters().entrySet().stream()
                .filter(given -> !given.getValue().getFirst().isBlank())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, given -> given.getValue().getFirst())));
    }

    Address with(String name, String value) {
        var changed = new TreeMap<>(values);
        changed.remove("after");
        changed.remove(name);
        if (!value.isBlank()) {
            changed.put(name, value.strip());
        }
        return new Address(changed);
    }

    QueryParameters query() {
        return QueryParameters.simple(values);
    }

    /** As it stands in an address, with its question mark; nothing where nothing is said. */
    String text() {
        var query = query().getQueryString();
        return query.isEmpty() ? "" : "?" + query;
    }

    String search() {
        return Optional.ofNullable(values.get("search"))
                .filter(text -> text.length() <= LONGEST)
                .orElse("");
    }

    Set<String> types() {
        return Arrays.stream(values.getOrDefault("types", "").split(",", -1))
                .filter(type -> !type.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Optional<EntityId> after() {
        return Optional.ofNullable(values.get("after"))
                .filter(EntityId::isValid)
                .map(EntityId::new);
    }

    Direction direction() {
        return Direction.parse(values.getOrDefault("direction", "")).orElse(Direction.BOTH);
    }

    int hops() {
        var hops = values.getOrDefault("hops", "");
        return hops.matches("[1-6]") ? Integer.parseInt(hops) : DEFAULT_HOPS;
    }
}
