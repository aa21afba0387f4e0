package io.switchboard.operations.entities.web;

import io.switchboard.operations.entities.Direction;
import io.switchboard.operations.entities.NeighbourhoodQuery;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query string of a neighbourhood: {@code ?hops=4&direction=both&types=service,database&via=calls&limit=200}. */
record NeighbourhoodParameters(
        @Nullable Integer hops,
        @Nullable String direction,
        @Nullable Set<String> types,
        @Nullable Set<String> via,
        @Nullable Integer limit) {

    private static final int DEFAULT_HOPS = 4;
    private static final int DEFAULT_LIMIT = 200;

    NeighbourhoodQuery query() {
        return new NeighbourhoodQuery(
                Range.of("hops", hops, DEFAULT_HOPS, 0, NeighbourhoodQuery.MAX_HOPS),
                way(),
                types == null ? Set.of() : types,
                via == null ? Set.of() : via,
                Range.of("limit", limit, DEFAULT_LIMIT, 1, NeighbourhoodQuery.MAX_LIMIT));
    }

    private Direction way() {
        return direction == null
                ? Direction.BOTH
                : Direction.parse(direction)
                        .orElseThrow(() -> EntityProblems.wrongParameter("direction", "out, in or both"));
    }
}
