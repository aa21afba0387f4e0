package io.switchboard.operations.entities;

import java.util.Set;

/**
 * How far and over what: at most {@code hops} edges (0 to 6), onto entities of one of {@code types} and over edges of one of {@code via} (empty sets do not filter), and how many of the
 * nearest entities are named (1 to 500). What is filtered out is not walked through either.
 */
public record NeighbourhoodQuery(int hops, Direction direction, Set<String> types, Set<String> via, int limit) {

    public static final int MAX_HOPS = 6;
    public static final int MAX_LIMIT = 500;

    public NeighbourhoodQuery {
        if (hops < 0 || hops > MAX_HOPS || limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("0 to 6 hops and 1 to 500 entities, not " + hops + " and " + limit);
        }
        types = Set.copyOf(types);
        via = Set.copyOf(via);
    }

    boolean opens(String type) {
        return types.isEmpty() || types.contains(type);
    }

    boolean leadsOver(String edgeType) {
        return via.isEmpty() || via.contains(edgeType);
    }
}
