package io.switchboard.operations.entities.graph;

import java.util.Arrays;
import java.util.BitSet;

/** One breadth-first walk. The inner loop touches arrays only. */
final class Walk {

    private final CompactGraph graph;
    private final Steps steps;
    private final Scratch scratch;
    private final int mark;
    private final boolean everyEdge;
    private final boolean[] openNodes;
    private int count;

    Walk(CompactGraph graph, Steps steps, Scratch scratch) {
        this.graph = graph;
        this.steps = steps;
        this.scratch = scratch;
        this.mark = scratch.freshMark();
        this.everyEdge = steps.openEdges().cardinality() == graph.edgeTypes().size();
        this.openNodes = flags(steps.openNodes(), graph.nodeTypes().size());
    }

    Walked walk() {
        var ends = new int[steps.hops() + 1];
        meet(steps.start());
        ends[0] = count;
        int rings = 1;
        for (int begin = 0; rings <= steps.hops(); rings++) {
            int end = count;
            ring(begin, end);
            if (count == end) {
                break;
            }
            ends[rings] = count;
            begin = end;
        }
        return new Walked(graph, steps, scratch, mark, Arrays.copyOf(ends, rings));
    }

    private void ring(int begin, int end) {
        if (steps.out()) {
            expand(graph.forward(), begin, end);
        }
        if (steps.in()) {
            expand(graph.backward(), begin, end);
        }
    }

    private void expand(Adjacency adjacency, int begin, int end) {
        int[] met = scratch.met;
        int[] marks = scratch.marks;
        int[] targets = adjacency.targets();
        int[] offsets = adjacency.offsets();
        short[] types = graph.typeOfNode();
        int next = count;
        for (int place = begin; place < end; place++) {
            int node = met[place];
            for (int entry = offsets[node]; entry < offsets[node + 1]; entry++) {
                int target = targets[entry];
                if (marks[target] != mark && openNodes[types[target]] && (everyEdge || leads(adjacency, entry))) {
                    marks[target] = mark;
                    met[next++] = target;
                }
            }
        }
        count = next;
    }

    private boolean leads(Adjacency adjacency, int entry) {
        return steps.openEdges().get(Adjacency.type(adjacency.kinds()[entry]));
    }

    private void meet(int node) {
        scratch.marks[node] = mark;
        scratch.met[count++] = node;
    }

    private static boolean[] flags(BitSet bits, int size) {
        var flags = new boolean[size];
        bits.stream().forEach(bit -> flags[bit] = true);
        return flags;
    }
}
