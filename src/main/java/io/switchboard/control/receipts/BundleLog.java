package io.switchboard.control.receipts;

import io.switchboard.control.receipts.proofs.LogSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a bundle carries of the log: the checkpoint, a proof for each receipt under it, and how it extends an older state. */
record BundleLog(Optional<LogSnapshot> snapshot) {

    long size() {
        return snapshot.map(LogSnapshot::size).orElse(0L);
    }

    /** Whether the log has had that many entries and can show how it grew from there. */
    boolean extend(long since) {
        return since >= 1 && since <= size();
    }

    void addTo(Spool spool, Optional<Long> since) throws IOException {
        if (snapshot.isPresent()) {
            var log = snapshot.get();
            spool.add("data/checkpoint", utf8(log.note()));
            if (since.isPresent() && since.get() < log.size()) {
                spool.add("data/consistency/" + since.get() + "-" + log.size(), utf8(log.consistency(since.get())));
            }
        }
    }

    /** Nothing for a receipt that came after the checkpoint: it is pending, and the bundle says so by having no proof of it. */
    void addProof(Spool spool, StoredReceipt stored) throws IOException {
        if (stored.index().isPresent() && stored.index().getAsLong() < size()) {
            var proof = snapshot.orElseThrow().proof(stored.index().getAsLong());
            spool.add("data/proofs/" + stored.receipt().id().value() + ".tlog-proof", utf8(proof));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
