package io.switchboard.operations.entities.graph;

/**
 * Compressed sparse rows: the neighbours of node {@code n} are {@code targets[offsets[n]]} to before {@code targets[offsets[n + 1]]}, each with the kind of its edge, which is
 * the number of its type and two flags.
 */
final class Adjacency {

    private final int[] offsets;
    private final int[] targets;
    private final short[] kinds;

    private Adjacency(int[] offsets, int[] targets, short[] kinds) {
        this.offsets = offsets;
        this.targets = targets;
        this.kinds = kinds;
    }

    int[] offsets() {
        return offsets;
    }

    int[] targets() {
        return targets;
    }

    short[] kinds() {
        return kinds;
    }

    static final int MAX_TYPE = (1 << 14) - 1;
    static final int UNDIRECTED = 1 << 14;

    /** The second entry of an undirected edge, at its other end: neither counted nor listed. */
    static final int MIRROR = 1 << 15;

    static int type(short kind) {
        return kind & MAX_TYPE;
    }

    static boolean isUndirected(short kind) {
        return (kind & UNDIRECTED) != 0;
    }

    static boolean isMirror(short kind) {
        return (kind & MIRROR) != 0;
    }

    /** The rows of {@code sources}, by counting: entries of one node stay in the order in which they came. */
    static Adjacency of(int nodes, Ints sources, Ints targets, Ints kinds) {
        var offsets = new int[nodes + 1];
        for (int edge = 0; edge < sources.size(); edge++) {
            offsets[sources.get(edge) + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            offsets[node + 1] += offsets[node];
        }
        var next = offsets.clone();
        var sorted = new int[sources.size()];
        var sortedKinds = new short[sources.size()];
        for (int edge = 0; edge < sources.size(); edge++) {
            int place = next[sources.get(edge)]++;
            sorted[place] = targets.get(edge);
            sortedKinds[place] = (short) kinds.get(edge);
        }
        return new Adjacency(offsets, sorted, sortedKinds);
    }

    long size() {
        return 4L * offsets.length + 4L * targets.length + 2L * kinds.length;
    }
}
