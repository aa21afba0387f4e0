package io.switchboard.operations.entities;

import java.util.List;

/**
 * What is within some hops of an entity: the nearest by distance and then by key, the start first, and the edges among those named. {@code rings} counts all entities at each distance
 * from 0 on, named or not, and {@code totalEdges} all edges among these.
 */
public record Neighbourhood(List<Neighbour> nodes, List<Relation> edges, List<Long> rings, long totalEdges) {

    /** More edges than these are counted and not named. */
    public static final int MAX_EDGES = 2_000;

    public Neighbourhood {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        rings = List.copyOf(rings);
    }

    public Neighbour start() {
        return nodes.getFirst();
    }

    public long totalNodes() {
        return rings.stream().mapToLong(Long::longValue).sum();
    }

    /** Whether there is more than is named. */
    public boolean cut() {
        return nodes.size() < totalNodes() || edges.size() < totalEdges;
    }
}
