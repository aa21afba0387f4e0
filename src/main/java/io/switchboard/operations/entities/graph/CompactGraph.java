package io.switchboard.operations.entities.graph;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/** A graph that does not change any more. Nodes are numbers from 0 in the order of their keys; any number of threads walk at once. */
public final class CompactGraph {

    private static final int KEPT = 4;

    private final Labels labels;
    private final short[] typeOfNode;
    private final List<String> nodeTypes;
    private final List<String> edgeTypes;
    private final Adjacency forward;
    private final Adjacency backward;
    private final BlockingQueue<Scratch> scratches = new ArrayBlockingQueue<>(KEPT);

    CompactGraph(
            Labels labels,
            short[] typeOfNode,
            List<String> nodeTypes,
            List<String> edgeTypes,
            Adjacency forward,
            Adjacency backward) {
        this.labels = labels;
        this.typeOfNode = typeOfNode;
        this.nodeTypes = nodeTypes;
        this.edgeTypes = edgeTypes;
        this.forward = forward;
        this.backward = backward;
    }

    /** Walks, and has the outcome read before what it is written on serves the next walk. */
    public <T> T walk(Steps steps, Function<Walked, T> reading) {
        var known = scratches.poll();
        var scratch = known == null ? new Scratch(typeOfNode.length) : known;
        try {
            return reading.apply(new Walk(this, steps, scratch).walk());
        } finally {
            scratches.offer(scratch);
        }
    }

    /** The node with this id, or a negative number. */
    public int find(String id) {
        return labels.find(id);
    }

    public int nodes() {
        return typeOfNode.length;
    }

    /** How much memory it takes, with what its walks write on. */
    public long bytes() {
        return labels.size()
                + 2L * typeOfNode.length
                + forward.size()
                + backward.size()
                + (long) KEPT * Scratch.BYTES_PER_NODE * typeOfNode.length;
    }

    public List<String> nodeTypes() {
        return nodeTypes;
    }

    public List<String> edgeTypes() {
        return edgeTypes;
    }

    public String id(int node) {
        return labels.id(node);
    }

    public String key(int node) {
        return labels.key(node);
    }

    public String title(int node) {
        return labels.title(node);
    }

    public String type(int node) {
        return nodeTypes.get(typeOfNode[node]);
    }

    short[] typeOfNode() {
        return typeOfNode;
    }

    Adjacency forward() {
        return forward;
    }

    Adjacency backward() {
        return backward;
    }
}
