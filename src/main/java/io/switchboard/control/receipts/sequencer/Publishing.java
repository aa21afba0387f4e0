package io.switchboard.control.receipts.sequencer;

import io.switchboard.control.receipts.log.Checkpoint;
import io.switchboard.control.receipts.log.CompactRange;
import io.switchboard.control.receipts.log.ConsistencyProof;
import io.switchboard.control.receipts.log.Hash;
import io.switchboard.control.receipts.log.NoteSigner;
import io.switchboard.control.receipts.log.TiledTree;
import io.switchboard.platform.signing.KeyRing;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From entries with an index to a checkpoint in the store, in an order in which a crash at any point leaves nothing that has to be taken back: tiles, then the
 * signature's row, then the checkpoint's file. What is not consistent with the checkpoint before is never signed.
 */
@Component
class Publishing {

    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);
    private static final long MOST = 1 << 16;

    private final LogHeads heads;
    private final LogEntries entries;
    private final Checkpoints checkpoints;
    private final Tiles tiles;
    private final PublishedCheckpoint published;
    private final KeyRing keys;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Publishing(
            LogHeads heads,
            LogEntries entries,
            Checkpoints checkpoints,
            Tiles tiles,
            PublishedCheckpoint published,
            KeyRing keys,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.heads = heads;
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.published = published;
        this.keys = keys;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Answers whether more is left to publish. */
    boolean publish(LogHead head, String owner) throws IOException {
        published.requireOurs(head);
        if (head.hasNews()) {
            sign(head, grown(head), owner);
        }
        published.write(head);
        return head.sequenced() > Math.min(head.sequenced(), head.signed().size() + MOST);
    }

    private CompactRange grown(LogHead head) throws IOException {
        long from = head.signed().size();
        long size = Math.min(head.sequenced(), from + MOST);
        var tree = head.signed()
                .append(entries.range(head.tenant(), from, size).stream()
                        .map(Hash::leaf)
                        .toList());
        write(head, tree);
        return tree;
    }

    /** A store that was damaged gets its files again; rows that were changed do not lead to the signed roots, and end it here. */
    private void write(LogHead head, CompactRange tree) throws IOException {
        Tiles.Grown grown;
        try {
            grown = tiles.extend(head, tree.size());
            requireExtension(head, tree, grown.tree());
        } catch (Tiles.MissingTile | LogHalted e) {
            LOG.warn("The files of {} are made again from the rows: {}", head.log(), e.getMessage());
            grown = tiles.rebuild(head, tree.size());
            requireExtension(head, tree, grown.tree());
        }
        tiles.write(head, grown);
    }

    /** As an outsider would ask for it: by the tiles, from the checkpoint that was signed last. */
    private void requireExtension(LogHead head, CompactRange tree, TiledTree tiled) {
        if (!tiled.root().equals(tree.root())) {
            throw new LogHalted("The tiles of size " + tree.size() + " lead to " + tiled.root() + ", the rows to "
                    + tree.root() + ": rows below " + head.signed().size() + " are not what was signed.");
        }
        long before = head.signed().size();
        if (before > 0) {
            var kept = checkpoints
                    .root(head.tenant(), before)
                    .orElseThrow(() -> new LogHalted("The checkpoint of size " + before + " is not kept any more."));
            ConsistencyProof.of(before, tree.size(), tiled)
                    .refutes(kept, tree.root())
                    .ifPresent(what -> {
                        throw new LogHalted("A tree of size " + tree.size()
                                + " would not extend the checkpoint of size " + before + ": " + what);
                    });
        }
    }

    private void sign(LogHead head, CompactRange tree, String owner) {
        var key = keys.logKey(head.tenant());
        var checkpoint = new Checkpoint(head.origin(), tree.size(), tree.root());
        var note = new NoteSigner(head.origin(), key.publicKey(), key.sign()).sign(checkpoint.body());
        transaction.executeWithoutResult(status -> heads.locked(head.tenant(), owner)
                .filter(now -> now.signed().size() == head.signed().size())
                .ifPresent(now -> {
                    checkpoints.add(head.tenant(), checkpoint, note, clock.instant());
                    heads.signed(now, tree);
                }));
    }
}
