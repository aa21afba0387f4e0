package io.switchboard.verify.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that leaves are appended to, which knows its root at each size and hands out each tile once it is full. It holds at most 255 hashes of each
 * level, however many leaves there are.
 *
 * @param <E> what the receiver of tiles may throw
 */
public final class GrowingTree<E extends Exception> {

    /** Receives the tiles of a tree, each after the tiles below it. */
    @FunctionalInterface
    public interface Tiles<E extends Exception> {
        void take(TileId tile, List<byte[]> hashes) throws E;
    }

    private final TreeHasher hasher;
    private final Tiles<E> tiles;
    private final List<List<byte[]>> levels = new ArrayList<>();
    private long size;

    public GrowingTree(TreeHasher hasher, Tiles<E> tiles) {
        this.hasher = hasher;
        this.tiles = tiles;
    }

    public long size() {
        return size;
    }

    /** Appends a leaf's hash. */
    public void append(byte[] leaf) throws E {
        size++;
        append(0, leaf);
    }

    private void append(int level, byte[] hash) throws E {
        if (level == levels.size()) {
            levels.add(new ArrayList<>(TileId.FULL));
        }
        List<byte[]> hashes = levels.get(level);
        hashes.add(hash);
        if (hashes.size() == TileId.FULL) {
            tiles.take(tile(level, TileId.FULL), hashes);
            byte[] above = perfect(hashes);
            hashes.clear();
            append(level + 1, above);
        }
    }

    /** The last tile of the level, of that many hashes. */
    private TileId tile(int level, int width) {
        long hashes = size >> 8 * level;
        return new TileId(level, (hashes - width) / TileId.FULL, width);
    }

    /** Hands out the tiles that are not full, lowest level first. */
    public void end() throws E {
        for (int level = 0; level < levels.size(); level++) {
            List<byte[]> hashes = levels.get(level);
            if (!hashes.isEmpty()) {
                tiles.take(tile(level, hashes.size()), hashes);
            }
        }
    }

    /** The root over all leaves so far: the perfect subtrees, joined from the right (RFC 6962 §2.1). */
    public byte[] root() {
        byte[] root = {};
        for (List<byte[]> hashes : levels) {
            int end = hashes.size();
            while (end > 0) {
                int width = Integer.lowestOneBit(end);
                byte[] peak = perfect(hashes.subList(end - width, end));
                root = root.length == 0 ? peak : hasher.node(peak, root);
                end -= width;
            }
        }
        return size == 0 ? hasher.empty() : root;
    }

    /** The root over a power of two of hashes. */
    private byte[] perfect(List<byte[]> hashes) {
        List<byte[]> row = hashes;
        while (row.size() > 1) {
            List<byte[]> above = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                above.add(hasher.node(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.getFirst();
    }
}
