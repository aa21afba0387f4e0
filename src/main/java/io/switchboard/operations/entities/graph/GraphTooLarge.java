package io.switchboard.operations.entities.graph;

/** The graph that is being built does not fit into the memory that it may take. Expected: it is answered from the database then. */
public final class GraphTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GraphTooLarge(String what) {
        super("the graph has " + what);
    }
}
