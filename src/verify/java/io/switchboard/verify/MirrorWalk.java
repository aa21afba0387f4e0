package io.switchboard.verify;

import io.switchboard.verify.tlog.GrowingTree;
import io.switchboard.verify.tlog.TileId;
import io.switchboard.verify.tlog.TreeHasher;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Recomputes a whole log from its entries, in their order, and stops at the first thing that differs: an entry, a tile, a checkpoint that was kept, and
 * last the checkpoint of all.
 */
final class MirrorWalk {

    private final MirrorFolder folder;
    private final SignedCheckpoint newest;
    private final CheckpointReader checkpoints;
    private final MirrorTally tally;
    private final TreeHasher hasher = new TreeHasher();
    private final GrowingTree<Difference> tree = new GrowingTree<>(hasher, this::take);
    private final Iterator<Long> kept;
    private Optional<SignedCheckpoint> next = Optional.empty();
    private String olderName = "";
    private Optional<SignedCheckpoint> older = Optional.empty();

    /** Reads the note at that path of the copy, authenticated. */
    @FunctionalInterface
    interface CheckpointReader {
        SignedCheckpoint read(String path) throws IOException, Difference;
    }

    MirrorWalk(MirrorFolder folder, SignedCheckpoint newest, CheckpointReader checkpoints, MirrorTally tally)
            throws IOException, Difference {
        this.folder = folder;
        this.newest = newest;
        this.checkpoints = checkpoints;
        this.tally = tally;
        this.kept = folder.keptSizes().iterator();
    }

    /** One more checkpoint that the log has to extend, from outside of the copy. */
    void alsoCompare(String name, SignedCheckpoint checkpoint) {
        olderName = name;
        older = Optional.of(checkpoint);
    }

    void run() throws IOException, Difference {
        advance();
        compareKept();
        while (tree.size() < newest.size()) {
            long left = newest.size() - tree.size();
            int width = (int) Math.min(TileId.FULL, left);
            append(new TileId(0, tree.size() / TileId.FULL, width));
        }
        end();
    }

    private void append(TileId tile) throws IOException, Difference {
        List<byte[]> entries = folder.entries(tile);
        byte[] hashes = folder.tile(tile);
        for (int i = 0; i < tile.width(); i++) {
            byte[] leaf = hasher.leaf(entries.get(i));
            compare(tile, i, hashes, leaf);
            tree.append(leaf);
            tally.entries++;
            compareKept();
        }
    }

    private void end() throws IOException, Difference {
        tree.end();
        requireRoot(MirrorFolder.CHECKPOINT, newest);
        if (next.isPresent()) {
            requireNotBeyond(MirrorFolder.keptPath(next.get().size()), next.get());
        }
        if (older.isPresent()) {
            requireNotBeyond(olderName, older.get());
        }
    }

    private void requireNotBeyond(String path, SignedCheckpoint signed) throws Difference {
        if (signed.size() > newest.size()) {
            throw new Difference(
                    path, "it is of size " + signed.size() + ", beyond the newest checkpoint's " + newest.size());
        }
    }

    private void take(TileId tile, List<byte[]> hashes) throws Difference {
        try {
            if (tile.level() > 0) { // those of level 0 were compared entry by entry
                compare(tile, folder.tile(tile), hashes);
            }
            tally.tiles++;
            for (int width : folder.narrower(tile)) {
                TileId narrow = tile.ofWidth(width);
                compare(narrow, folder.tile(narrow), hashes.subList(0, width));
            }
        } catch (IOException e) {
            throw new Difference(tile.path(), "it cannot be read: " + e);
        }
    }

    private static void compare(TileId tile, byte[] found, List<byte[]> hashes) throws Difference {
        for (int i = 0; i < hashes.size(); i++) {
            compare(tile, i, found, hashes.get(i));
        }
    }

    private static void compare(TileId tile, int i, byte[] found, byte[] hash) throws Difference {
        int at = i * TreeHasher.SIZE;
        if (!Arrays.equals(found, at, at + TreeHasher.SIZE, hash, 0, TreeHasher.SIZE)) {
            throw new Difference(tile.path(), "hash " + i + " is not " + meaning(tile, i));
        }
    }

    private static String meaning(TileId tile, int i) {
        long index = tile.index() * TileId.FULL + i;
        return tile.level() == 0
                ? "that of entry " + index + " in " + tile.entriesPath()
                : "that over " + new TileId(tile.level() - 1, index, TileId.FULL).path();
    }

    private void compareKept() throws IOException, Difference {
        if (older.isPresent() && older.get().size() == tree.size()) {
            requireRoot(olderName, older.get());
        }
        while (next.isPresent() && next.get().size() == tree.size()) {
            requireRoot(MirrorFolder.keptPath(tree.size()), next.get());
            tally.checkpoints++;
            advance();
        }
    }

    private void advance() throws IOException, Difference {
        next = Optional.empty();
        if (kept.hasNext()) {
            long size = kept.next();
            String path = MirrorFolder.keptPath(size);
            SignedCheckpoint read = checkpoints.read(path);
            if (read.size() != size) {
                throw new Difference(path, "it is of size " + read.size() + ", not of the size it is named for");
            }
            next = Optional.of(read);
        }
    }

    private void requireRoot(String path, SignedCheckpoint signed) throws Difference {
        if (!Arrays.equals(signed.checkpoint().root(), tree.root())) {
            throw new Difference(path, "its root is not the one over the first " + signed.size() + " entries");
        }
    }
}
