package io.switchboard.operations.entities.graph;

import java.util.HashMap;
import java.util.Map;

/**
 * Takes a graph in one pass: all nodes in the order of their keys, then the edges in any order. An edge whose end is missing is left out. Ends with {@link GraphTooLarge} as
 * soon as the graph takes more than {@code limit} bytes.
 */
public final class GraphBuilder {

    private static final int BYTES_PER_NODE = 18 + 4 * Scratch.BYTES_PER_NODE;
    private static final int BYTES_PER_ENTRY = 6;

    private final long limit;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Labels.Writer labels = new Labels.Writer();
    private final Words nodeTypes = new Words();
    private final Words edgeTypes = new Words();
    private final Ints typeOfNode = new Ints();
    private final Ints from = new Ints();
    private final Ints to = new Ints();
    private final Ints kinds = new Ints();

    public GraphBuilder(long limit) {
        this.limit = limit;
    }

    public void node(String id, String key, String type, String title) {
        numbers.put(key, numbers.size());
        labels.add(id, key, title);
        typeOfNode.add(nodeTypes.number(type));
        requireRoom();
    }

    public void edge(String source, String target, String type, boolean directed) {
        var first = numbers.get(source);
        var second = numbers.get(target);
        if (first != null && second != null) {
            add(first, second, edgeTypes.number(type), directed);
            requireRoom();
        }
    }

    public CompactGraph build() {
        int nodes = numbers.size();
        var types = new short[nodes];
        for (int node = 0; node < nodes; node++) {
            types[node] = (short) typeOfNode.get(node);
        }
        return new CompactGraph(
                labels.done(),
                types,
                nodeTypes.list(),
                edgeTypes.list(),
                Adjacency.of(nodes, from, to, kinds),
                Adjacency.of(nodes, to, from, kinds));
    }

    /** An undirected edge leads both ways, so it has an entry at either end; a loop has one. */
    private void add(int first, int second, int type, boolean directed) {
        entry(first, second, directed ? type : type | Adjacency.UNDIRECTED);
        if (!directed && first != second) {
            entry(second, first, type | Adjacency.UNDIRECTED | Adjacency.MIRROR);
        }
    }

    private void entry(int source, int target, int kind) {
        from.add(source);
        to.add(target);
        kinds.add(kind);
    }

    private void requireRoom() {
        long bytes = labels.size() + (long) BYTES_PER_NODE * numbers.size() + 2L * BYTES_PER_ENTRY * from.size();
        if (bytes > limit) {
            throw new GraphTooLarge(bytes + " bytes with " + numbers.size() + " nodes and " + from.size() + " edges");
        }
    }
}
