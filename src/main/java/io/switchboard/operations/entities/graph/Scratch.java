package io.switchboard.operations.entities.graph;

import java.util.Arrays;

/**
 * What a walk writes on: the nodes in the order in which it met them, and for each node the mark of the walk that met it last. A new walk takes a new mark, so nothing has to
 * be wiped.
 */
final class Scratch {

    static final int BYTES_PER_NODE = 8;

    final int[] met;
    final int[] marks;
    private int mark;

    Scratch(int nodes) {
        met = new int[nodes];
        marks = new int[nodes];
    }

    int freshMark() {
        if (mark == Integer.MAX_VALUE) {
            Arrays.fill(marks, 0);
            mark = 0;
        }
        return ++mark;
    }
}
