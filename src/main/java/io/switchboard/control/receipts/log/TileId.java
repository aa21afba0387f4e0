package io.switchboard.control.receipts.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A tile of a C2SP {@code tlog-tiles} log: up to 256 hashes of one level, of which level {@code n} stands 8·n above the leaves. One that is full
 * ({@code width} 256) never changes.
 */
public record TileId(int level, long index, int width) {

    /** Hashes of a full tile; a tile is that many leaves, or roots, wide and 8 levels high. */
    public static final int FULL = 256;

    static final int HEIGHT = 8;

    public TileId {
        if (level < 0 || level > 7 || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile of level " + level + ", index " + index + ", width " + width);
        }
    }

    /** Every tile that a tree of {@code size} has and a tree of {@code before} has not, lowest level first. */
    public static List<TileId> added(long before, long size) {
        var tiles = new ArrayList<TileId>();
        for (int level = 0; level <= 7 && size >> (HEIGHT * level) > 0; level++) {
            add(tiles, level, before >> (HEIGHT * level), size >> (HEIGHT * level));
        }
        return tiles;
    }

    private static void add(List<TileId> tiles, int level, long before, long count) {
        if (before == count) {
            return;
        }
        for (long index = before / FULL; index * FULL < count; index++) {
            tiles.add(new TileId(level, index, (int) Math.min(FULL, count - index * FULL)));
        }
    }

    /** The tile with {@code index} in a tree of {@code size}: partial if it is the last of its level. */
    public static TileId in(long size, int level, long index) {
        long count = size >> (HEIGHT * level);
        return new TileId(level, index, (int) Math.min(FULL, count - index * FULL));
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** {@code tile/0/x001/234} or, of a partial one, {@code tile/0/x001/234.p/17}. */
    public String path() {
        return "tile/" + level + "/" + name();
    }

    /** The bundle of the entries under a tile of level 0. */
    public String entriesPath() {
        return "tile/entries/" + name();
    }

    private String name() {
        var path = new StringBuilder(three(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x" + three(rest % 1000) + "/");
        }
        return isFull() ? path.toString() : path + ".p/" + width;
    }

    private static String three(long number) {
        return String.format(Locale.ROOT, "%03d", number);
    }
}
