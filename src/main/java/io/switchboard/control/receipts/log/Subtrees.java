package io.switchboard.control.receipts.log;

/** Where the roots of complete subtrees come from: tiles, rows, memory. */
@FunctionalInterface
public interface Subtrees {

    /** The root over the leaves {@code [index << level, (index + 1) << level)}, all of which are in the tree. */
    Hash root(int level, long index);

    /** The hash over the leaves {@code [from, to)} (MTH of RFC 6962 section 2.1, for a range that begins where a proof cuts). */
    default Hash range(long from, long to) {
        long size = to - from;
        if (size < 1) {
            throw new IllegalArgumentException("no leaves from " + from + " to " + to);
        }
        if (Long.bitCount(size) == 1 && from % size == 0) {
            return root(Long.numberOfTrailingZeros(size), from / size);
        }
        long left = Long.highestOneBit(size - 1);
        return Hash.node(range(from, from + left), range(from + left, to));
    }
}
