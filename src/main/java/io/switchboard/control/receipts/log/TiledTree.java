package io.switchboard.control.receipts.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The tree of {@code size} leaves that tiles hold; {@code tiles} answers the bytes of one, which are its hashes one after the other. */
public record TiledTree(long size, Function<TileId, byte[]> tiles) implements Subtrees {

    @Override
    public Hash root(int level, long index) {
        int tileLevel = level / TileId.HEIGHT;
        int above = level % TileId.HEIGHT;
        long first = index << above;
        var tile = TileId.in(size, tileLevel, first / TileId.FULL);
        var bytes = tiles.apply(tile);
        if (bytes.length != tile.width() * Hash.SIZE) {
            throw new IllegalStateException(
                    tile.path() + " has " + bytes.length + " bytes and not " + tile.width() * Hash.SIZE);
        }
        return merged(bytes, (int) (first % TileId.FULL), 1 << above);
    }

    /** The root of all leaves. */
    public Hash root() {
        return size == 0 ? Hash.empty() : range(0, size);
    }

    /** The hash that stands for a full tile one level above it. */
    public static Hash above(byte[] fullTile) {
        return merged(fullTile, 0, TileId.FULL);
    }

    private static Hash merged(byte[] bytes, int first, int count) {
        List<Hash> row = new ArrayList<>(count);
        for (int i = first; i < first + count; i++) {
            row.add(Hash.of(bytes, i * Hash.SIZE));
        }
        while (row.size() > 1) {
            row = pairs(row);
        }
        return row.getFirst();
    }

    private static List<Hash> pairs(List<Hash> row) {
        List<Hash> above = new ArrayList<>(row.size() / 2);
        for (int i = 0; i < row.size(); i += 2) {
            above.add(Hash.node(row.get(i), row.get(i + 1)));
        }
        return above;
    }
}
