package io.switchboard.operations.entities.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where a walk came: rings of nodes by distance, and the edges among them. To be read before the walk's end only. */
public final class Walked {

    private static final int SORTED_WHERE_FEWER = 16;

    private final CompactGraph graph;
    private final Steps steps;
    private final Scratch scratch;
    private final int mark;
    private final int[] ends;

    Walked(CompactGraph graph, Steps steps, Scratch scratch, int mark, int[] ends) {
        this.graph = graph;
        this.steps = steps;
        this.scratch = scratch;
        this.mark = mark;
        this.ends = ends;
    }

    /** An edge by the places of its ends in the list that was asked about. */
    public record Link(int from, int to, String type, boolean directed) {}

    /** How many nodes are at each distance, from 0 on; none of them is empty. */
    public int[] rings() {
        var sizes = ends.clone();
        for (int ring = sizes.length - 1; ring > 0; ring--) {
            sizes[ring] -= ends[ring - 1];
        }
        return sizes;
    }

    public int total() {
        return ends[ends.length - 1];
    }

    /** The first nodes by distance and then by key. */
    public int[] nearest(int limit) {
        var nearest = new int[Math.min(limit, total())];
        for (int ring = 0, begin = 0; ring < ends.length && begin < nearest.length; begin = ends[ring++]) {
            var nodes = inOrder(begin, ends[ring]);
            System.arraycopy(nodes, 0, nearest, begin, Math.min(nodes.length, nearest.length - begin));
        }
        return nearest;
    }

    /** How many open edges have both ends among the nodes met. */
    public long edges() {
        long edges = 0;
        for (int place = 0; place < total(); place++) {
            edges += edgesFrom(scratch.met[place]);
        }
        return edges;
    }

    /** The open edges that have both ends among these nodes, in no order. */
    public List<Link> among(int[] nodes) {
        var links = new ArrayList<Link>();
        var places = new int[nodes.length];
        var sorted = nodes.clone();
        Arrays.sort(sorted);
        for (int place = 0; place < nodes.length; place++) {
            places[Arrays.binarySearch(sorted, nodes[place])] = place;
        }
        for (int place = 0; place < nodes.length; place++) {
            links(nodes[place], place, sorted, places, links);
        }
        return links;
    }

    private void links(int node, int place, int[] sorted, int[] places, List<Link> links) {
        var forward = graph.forward();
        for (int entry = forward.offsets()[node]; entry < forward.offsets()[node + 1]; entry++) {
            short kind = forward.kinds()[entry];
            int target = forward.targets()[entry];
            if (scratch.marks[target] == mark && counts(kind)) {
                int found = Arrays.binarySearch(sorted, target);
                if (found >= 0) {
                    links.add(new Link(
                            place,
                            places[found],
                            graph.edgeTypes().get(Adjacency.type(kind)),
                            !Adjacency.isUndirected(kind)));
                }
            }
        }
    }

    private long edgesFrom(int node) {
        long edges = 0;
        var forward = graph.forward();
        for (int entry = forward.offsets()[node]; entry < forward.offsets()[node + 1]; entry++) {
            if (scratch.marks[forward.targets()[entry]] == mark && counts(forward.kinds()[entry])) {
                edges++;
            }
        }
        return edges;
    }

    private boolean counts(short kind) {
        return !Adjacency.isMirror(kind) && steps.openEdges().get(Adjacency.type(kind));
    }

    /** A ring by number, which is by key. A ring that is a good part of all nodes is found quicker by looking at each node than by sorting. */
    private int[] inOrder(int begin, int end) {
        var ring = Arrays.copyOfRange(scratch.met, begin, end);
        if (ring.length > graph.nodes() / SORTED_WHERE_FEWER) {
            return marked(ring);
        }
        Arrays.sort(ring);
        return ring;
    }

    private int[] marked(int[] ring) {
        var in = new long[(graph.nodes() + 63) / 64];
        for (int node : ring) {
            in[node >> 6] |= 1L << node;
        }
        int next = 0;
        for (int word = 0; word < in.length; word++) {
            for (long bits = in[word]; bits != 0; bits &= bits - 1) {
                ring[next++] = (word << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
        return ring;
    }
}
