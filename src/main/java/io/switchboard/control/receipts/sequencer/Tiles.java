package io.switchboard.control.receipts.sequencer;

import io.switchboard.control.receipts.log.Hash;
import io.switchboard.control.receipts.log.TileId;
import io.switchboard.control.receipts.log.TiledTree;
import io.switchboard.control.receipts.storage.LogStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a grown tree adds to the store, from the rows and from the tile at the edge of each level; nothing is written before somebody has checked it. */
@Component
class Tiles {

    private final LogStore store;
    private final LogEntries entries;

    Tiles(LogStore store, LogEntries entries) {
        this.store = store;
        this.entries = entries;
    }

    /** A tree with the files of it that are new, in the order in which they have to be written. */
    record Grown(TiledTree tree, Map<String, byte[]> files) {}

    /** What the tree of that size has and the signed one has not. */
    Grown extend(LogHead head, long size) {
        return extend(head, head.signed().size(), size);
    }

    /** Every file, from the rows: for a store that lost some, or has others. */
    Grown rebuild(LogHead head, long size) {
        return extend(head, 0, size);
    }

    void write(LogHead head, Grown grown) throws IOException {
        for (var file : grown.files().entrySet()) {
            store.write(head.file(file.getKey()), file.getValue());
        }
    }

    private Grown extend(LogHead head, long before, long size) {
        var files = new LinkedHashMap<String, byte[]>();
        var known = new HashMap<TileId, byte[]>();
        for (TileId tile : TileId.added(before, size)) {
            var content = tile.level() == 0 ? leaves(head, tile, files) : nodes(head, tile, before, known);
            files.put(tile.path(), content);
            known.put(tile, content);
        }
        return new Grown(
                new TiledTree(size, tile -> known.computeIfAbsent(tile, missing -> stored(head, missing))), files);
    }

    /** The entry bundle goes first: a tile promises that its entries can be read. */
    private byte[] leaves(LogHead head, TileId tile, Map<String, byte[]> files) {
        long first = tile.index() * TileId.FULL;
        var bundled = entries.range(head.tenant(), first, first + tile.width());
        files.put(tile.entriesPath(), EntryBundle.of(bundled));
        return hashes(bundled.stream().map(Hash::leaf).toList());
    }

    private byte[] nodes(LogHead head, TileId tile, long before, Map<TileId, byte[]> known) {
        var content = new ByteArrayOutputStream(tile.width() * Hash.SIZE);
        long first = tile.index() * TileId.FULL;
        int old = (int) Math.clamp((before >> (8 * tile.level())) - first, 0L, tile.width());
        if (old > 0) {
            content.writeBytes(stored(head, new TileId(tile.level(), tile.index(), old)));
        }
        for (long index = first + old; index < first + tile.width(); index++) {
            var below = new TileId(tile.level() - 1, index, TileId.FULL);
            content.writeBytes(TiledTree.above(known.computeIfAbsent(below, missing -> stored(head, missing)))
                    .bytes());
        }
        return content.toByteArray();
    }

    private byte[] stored(LogHead head, TileId tile) {
        try {
            return store.read(head.file(tile.path()))
                    .filter(bytes -> bytes.length == tile.width() * Hash.SIZE)
                    .orElseThrow(() -> new MissingTile(tile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] hashes(List<Hash> hashes) {
        var content = new ByteArrayOutputStream(hashes.size() * Hash.SIZE);
        hashes.forEach(hash -> content.writeBytes(hash.bytes()));
        return content.toByteArray();
    }

    /** The store has not what it was given; it can be given it again. */
    static final class MissingTile extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MissingTile(TileId tile) {
            super(tile.path() + " is not in the store");
        }
    }
}
