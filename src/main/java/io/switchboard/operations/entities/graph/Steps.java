package io.switchboard.operations.entities.graph;

import java.util.BitSet;

/**
 * Which way a walk may go: from {@code start} at most {@code hops} edges far, along edges ({@code out}), against them ({@code in}) or both, onto nodes whose type is open
 * and over edges whose type is: bits by the types' places in the graph's lists. Undirected edges lead both ways. The start counts whatever its type.
 */
public record Steps(int start, int hops, boolean out, boolean in, BitSet openNodes, BitSet openEdges) {}
