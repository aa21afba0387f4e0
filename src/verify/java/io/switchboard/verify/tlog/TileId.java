package io.switchboard.verify.tlog;

/** A tile of a C2SP {@code tlog-tiles} log: {@code width} hashes, 256 of them if it is full, of which level n stands 8·n above the leaves. */
public record TileId(int level, long index, int width) {

    /** Hashes, or entries, of a full tile. */
    public static final int FULL = 256;

    /** Where the tile is below the log's prefix: {@code tile/1/x001/234}, or {@code tile/1/x001/234.p/17}. */
    public String path() {
        return "tile/" + level + "/" + name() + partial();
    }

    /** Where the entries under a tile of level 0 are. */
    public String entriesPath() {
        return "tile/entries/" + name() + partial();
    }

    /** The same tile once it is full. */
    public TileId full() {
        return new TileId(level, index, FULL);
    }

    /** The same tile when it had {@code other} hashes. */
    public TileId ofWidth(int other) {
        return new TileId(level, index, other);
    }

    public boolean isFull() {
        return width == FULL;
    }

    private String partial() {
        return isFull() ? "" : ".p/" + width;
    }

    private String name() {
        var name = new StringBuilder(three(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            name.insert(0, "x" + three(rest % 1000) + "/");
        }
        return name.toString();
    }

    private static String three(long number) {
        String digits = Long.toString(number);
        return "0".repeat(3 - digits.length()) + digits;
    }
}
