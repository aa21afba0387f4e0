package io.switchboard.operations.entities.ui;

import com.vaadin.flow.router.QueryParameters;
import io.switchboard.operations.entities.Direction;
import io.switchboard.operations.entities.EntityId;
import io.switchboard.platform.components.AddressValues;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A list of entities, or what is near one, as an address: {@code ?search=&types=&after=} and {@code ?hops=&direction=&types=}. */
record Address(AddressValues values) {

    private static final int DEFAULT_HOPS = 2;
    private static final int LONGEST = 128;

    static Address of(QueryParameters query) {
        return new Address(AddressValues.of(query));
    }

    Address with(String name, String value) {
        return new Address(values.filtered(name, Optional.of(value.strip())));
    }

    QueryParameters query() {
        return values.query();
    }

    /** As it stands in an address, with its question mark; nothing where nothing is said. */
    String text() {
        var query = query().getQueryString();
        return query.isEmpty() ? "" : "?" + query;
    }

    String search() {
        return values.text("search").filter(text -> text.length() <= LONGEST).orElse("");
    }

    Set<String> types() {
        return Arrays.stream(values.text("types").orElse("").split(",", -1))
                .filter(type -> !type.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Optional<EntityId> after() {
        return values.value("after", EntityId::new);
    }

    Direction direction() {
        return values.text("direction").flatMap(Direction::parse).orElse(Direction.BOTH);
    }

    int hops() {
        var hops = values.text("hops").orElse("");
        return hops.matches("[1-6]") ? Integer.parseInt(hops) : DEFAULT_HOPS;
    }
}
