package io.switchboard.control.receipts.sequencer;

import io.switchboard.control.receipts.log.Checkpoint;
import io.switchboard.control.receipts.storage.LogStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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

    /** Again where a newer one was signed meanwhile: a node that was slow leaves no older checkpoint behind. */
    void write(LogHead head) throws IOException {
        long written = head.published();
        for (var note = newerThan(head, written); note.isPresent(); note = newerThan(head, written)) {
            store.write(head.file(PATH), note.get().getBytes(StandardCharsets.UTF_8));
            written = size(note.get());
            heads.published(head.tenant(), written);
        }
    }

    private Optional<String> newerThan(LogHead head, long size) {
        return checkpoints.newest(head.tenant()).filter(note -> size(note) > size);
    }

    private static long size(String note) {
        return Checkpoint.ofNote(note).orElseThrow().size();
    }
}
