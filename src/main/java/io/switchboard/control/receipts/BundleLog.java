package io.switchboard.control.receipts;

import io.switchboard.control.receipts.anchoring.Anchor;
import io.switchboard.control.receipts.proofs.LogSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a bundle carries of the log: the checkpoint, a proof for each receipt under it, the newest attested checkpoint, and how the log grew from there
 * and from an older state.
 */
record BundleLog(Optional<LogSnapshot> snapshot, Optional<Anchor> anchor) {

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
            var from = new TreeSet<Long>();
            since.ifPresent(from::add);
            var attested = anchor.filter(stamped -> stamped.size() <= log.size());
            if (attested.isPresent()) {
                var stamped = attested.get();
                spool.add("data/anchors/" + stamped.size() + ".checkpoint", utf8(stamped.note()));
                spool.add("data/anchors/" + stamped.size() + ".tsr", stamped.answer());
                from.add(stamped.size());
            }
            for (long size : from.headSet(log.size())) {
                spool.add("data/consistency/" + size + "-" + log.size(), utf8(log.consistency(size)));
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
