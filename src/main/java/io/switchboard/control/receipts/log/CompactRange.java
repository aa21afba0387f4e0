package io.switchboard.control.receipts.log;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree of which only the right edge is kept: the roots of its complete subtrees, largest first. Enough to append and to know the root, in at most 63 hashes
 * whatever the size.
 */
public final class CompactRange {

    private final long size;
    private final List<Hash> roots;

    private CompactRange(long size, List<Hash> roots) {
        this.size = size;
        this.roots = List.copyOf(roots);
    }

    public static CompactRange empty() {
        return new CompactRange(0, List.of());
    }

    /** What {@link #bytes} wrote for a tree of this size; refused where the number of hashes does not fit the size. */
    public static CompactRange of(long size, byte[] bytes) {
        if (size < 0 || bytes.length != Long.bitCount(size) * Hash.SIZE) {
            throw new IllegalArgumentException("a compact range of size " + size + " has " + Long.bitCount(size)
                    + " hashes, not " + bytes.length + " bytes");
        }
        var roots = new ArrayList<Hash>();
        for (int offset = 0; offset < bytes.length; offset += Hash.SIZE) {
            roots.add(Hash.of(bytes, offset));
        }
        return new CompactRange(size, roots);
    }

    /** The range with these leaf hashes after the ones it has. */
    public CompactRange append(List<Hash> leaves) {
        var edge = new ArrayList<>(roots);
        long count = size;
        for (Hash leaf : leaves) {
            add(edge, count++, leaf);
        }
        return new CompactRange(count, edge);
    }

    /** Each trailing one bit of the count is a complete subtree of the same height that the new one merges with. */
    private static void add(List<Hash> edge, long count, Hash leaf) {
        Hash merged = leaf;
        for (long left = count; (left & 1) == 1; left >>= 1) {
            merged = Hash.node(edge.removeLast(), merged);
        }
        edge.add(merged);
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return roots.isEmpty()
                ? Hash.empty()
                : roots.reversed().stream()
                        .reduce((right, left) -> Hash.node(left, right))
                        .orElseThrow();
    }

    public byte[] bytes() {
        var bytes = new byte[roots.size() * Hash.SIZE];
        for (int i = 0; i < roots.size(); i++) {
            roots.get(i).copyTo(bytes, i * Hash.SIZE);
        }
        return bytes;
    }
}
