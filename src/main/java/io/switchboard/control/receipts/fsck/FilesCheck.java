package io.switchboard.control.receipts.fsck;

import io.switchboard.control.receipts.log.Hash;
import io.switchboard.control.receipts.log.TileId;
import io.switchboard.control.receipts.log.TiledTree;
import io.switchboard.control.receipts.storage.LogStore;
import io.switchboard.kernel.LogId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** From the files: every tile of the published tree has the hashes that the rows have. Tiles of level 0 are compared as the rows go by, the others afterwards. */
final class FilesCheck implements RowsCheck.Leaves {

    private final LogStore store;
    private final LogId log;
    private final long size;
    private final List<Hash> waiting = new ArrayList<>();
    private final List<List<Hash>> above = new ArrayList<>();
    private long tile;

    FilesCheck(LogStore store, LogId log, long size) {
        this.store = store;
        this.log = log;
        this.size = size;
        above.add(new ArrayList<>());
    }

    @Override
    public void take(long from, List<Hash> hashes) throws Difference {
        for (int i = 0; i < hashes.size() && from + i < size; i++) {
            waiting.add(hashes.get(i));
            if (waiting.size() == TileId.FULL) {
                compareLeaves();
            }
        }
    }

    /** After the last row. */
    void finish() throws Difference {
        if (!waiting.isEmpty()) {
            compareLeaves();
        }
        for (int level = 1; !above.get(level - 1).isEmpty(); level++) {
            compareLevel(level, above.get(level - 1));
        }
    }

    private void compareLeaves() throws Difference {
        var stored = compare(new TileId(0, tile, waiting.size()), waiting, tile * TileId.FULL);
        if (waiting.size() == TileId.FULL) {
            above.getFirst().add(TiledTree.above(stored));
        }
        waiting.clear();
        tile++;
    }

    private void compareLevel(int level, List<Hash> nodes) throws Difference {
        above.add(new ArrayList<>());
        for (int first = 0; first < nodes.size(); first += TileId.FULL) {
            var part = nodes.subList(first, Math.min(first + TileId.FULL, nodes.size()));
            var stored = compare(new TileId(level, first / TileId.FULL, part.size()), part, first);
            if (part.size() == TileId.FULL) {
                above.get(level).add(TiledTree.above(stored));
            }
        }
    }

    private byte[] compare(TileId id, List<Hash> expected, long first) throws Difference {
        var stored = read(id);
        for (int i = 0; i < expected.size(); i++) {
            var hash = Arrays.copyOfRange(stored, i * Hash.SIZE, (i + 1) * Hash.SIZE);
            if (!Arrays.equals(hash, expected.get(i).bytes())) {
                throw new Difference("The file " + id.path() + " differs from the rows at index " + (first + i)
                        + " of level " + id.level() + ": the file or the row was changed.");
            }
        }
        return stored;
    }

    private byte[] read(TileId id) throws Difference {
        try {
            var stored = store.read(log.value() + "/" + id.path());
            if (stored.isEmpty() || stored.get().length != id.width() * Hash.SIZE) {
                throw new Difference("The file " + id.path() + " "
                        + (stored.isEmpty()
                                ? "is missing."
                                : "has " + stored.get().length + " bytes and not " + id.width() * Hash.SIZE + "."));
            }
            return stored.get();
        } catch (IOException e) {
            throw new Difference("The file " + id.path() + " could not be read: " + e.getMessage());
        }
    }
}
