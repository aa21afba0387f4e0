package io.switchboard.control.receipts.sequencer;

import io.switchboard.control.receipts.log.Checkpoint;
import io.switchboard.control.receipts.storage.LogStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** The one file of a log that changes: what the world was shown last. */
@Component
class PublishedCheckpoint {

    static final String PATH = "checkpoint";

    private final LogStore store;
    private final Checkpoints checkpoints;
    private final LogHeads heads;

    PublishedCheckpoint(LogStore store, Checkpoints checkpoints, LogHeads heads) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.heads = heads;
    }

    /** A store that shows what this database never signed has seen a later, or another, life of the log: a database that was restored from a backup. */
    void requireOurs(LogHead head) throws IOException {
        var shown = store.read(head.file(PATH)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        if (shown.isPresent()) {
            var checkpoint = Checkpoint.ofNote(shown.get())
                    .orElseThrow(() -> new LogHalted("The store's checkpoint is no checkpoint of C2SP."));
            requireSigned(head, checkpoint);
        }
    }

    private void requireSigned(LogHead head, Checkpoint shown) {
        if (!shown.origin().equals(head.origin())) {
            throw new LogHalted(
                    "The store's checkpoint is of " + shown.origin() + " and not of " + head.origin() + ".");
        }
        var kept = checkpoints.root(head.tenant(), shown.size());
        if (kept.isEmpty() || !kept.get().equals(shown.root())) {
            throw new LogHalted("The store shows a checkpoint of size " + shown.size() + " and root " + shown.root()
                    + " that this database has not signed: it may be older than the store. Restore the newer one.");
        }
    }

    void write(LogHead head, String note) {
        long size = Checkpoint.ofNote(note).orElseThrow().size();
        if (size > head.published()) {
            try {
                store.write(head.file(PATH), note.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            heads.published(head.tenant(), size);
        }
    }
}
