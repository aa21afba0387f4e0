package io.switchboard.operations.entities;

import io.switchboard.operations.entities.graph.CompactGraph;
import io.switchboard.operations.entities.graph.GraphBuilder;
import java.util.Random;

/**
 * 20,000 nodes and 100,000 directed edges with a few hubs: the source of an edge is the n·u²-th node, its target any. Always the same. Keys are numbers of six digits, so that the
 * order of keys is that of the numbers.
 */
public final class ScaleGraph {

    static final int NODES = 20_000;
    static final int EDGES = 100_000;
    private static final int TYPES = 5;

    final int[] from = new int[EDGES];
    final int[] to = new int[EDGES];

    public ScaleGraph() {
        var random = new Random(42);
        for (int edge = 0; edge < EDGES; edge++) {
            double share = random.nextDouble();
            from[edge] = (int) (NODES * share * share);
            to[edge] = random.nextInt(NODES);
        }
    }

    static String key(int node) {
        return "n%06d".formatted(node);
    }

    private static String type(int node) {
        return "type" + node % TYPES;
    }

    CompactGraph compact() {
        var builder = new GraphBuilder(Long.MAX_VALUE);
        for (int node = 0; node < NODES; node++) {
            builder.node(key(node), key(node), type(node), "Node " + node);
        }
        for (int edge = 0; edge < EDGES; edge++) {
            builder.edge(key(from[edge]), key(to[edge]), "calls", true);
        }
        return builder.build();
    }

    /** As rows: an edge that comes twice is one there. */
    public TestGraph rows() {
        var rows = new TestGraph();
        for (int node = 0; node < NODES; node++) {
            rows.node(key(node), type(node), "Node " + node);
        }
        for (int edge = 0; edge < EDGES; edge++) {
            rows.edge(key(from[edge]), "calls", key(to[edge]));
        }
        return rows;
    }

    /** A node to start from. */
    public static String key(Random random) {
        return key(random.nextInt(NODES));
    }
}
