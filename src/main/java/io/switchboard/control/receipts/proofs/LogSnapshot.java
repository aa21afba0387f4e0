package io.switchboard.control.receipts.proofs;

import io.switchboard.control.receipts.log.Checkpoint;
import io.switchboard.control.receipts.log.ConsistencyProof;
import io.switchboard.control.receipts.log.Hash;
import io.switchboard.control.receipts.log.InclusionProof;
import io.switchboard.control.receipts.log.TiledTree;
import java.util.List;
import java.util.stream.Collectors;

/** The log under one published checkpoint: whatever is asked of it belongs together, also while the log grows. */
public final class LogSnapshot {

    private final String note;
    private final Checkpoint checkpoint;
    private final TiledTree tree;

    LogSnapshot(String note, Checkpoint checkpoint, TiledTree tree) {
        this.note = note;
        this.checkpoint = checkpoint;
        this.tree = tree;
    }

    /** The signed note, exactly as it was published. */
    public String note() {
        return note;
    }

    public long size() {
        return checkpoint.size();
    }

    /** The C2SP {@code tlog-proof} of the entry with that index, which is below {@link #size}. */
    public String proof(long index) {
        var path = InclusionProof.of(index, size(), tree).path();
        return "c2sp.org/tlog-proof@v1\nindex " + index + "\n" + lines(path) + "\n" + note;
    }

    /** That this tree extends its own state at {@code from} entries (1 to {@link #size}): base64 hashes, one a line. */
    public String consistency(long from) {
        return lines(consistency(from, size()));
    }

    /** Between two sizes that the log has had, {@code 1 ≤ from ≤ to ≤ size}. */
    public List<Hash> consistency(long from, long to) {
        return ConsistencyProof.of(from, to, tree).path();
    }

    private static String lines(List<Hash> hashes) {
        return hashes.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining());
    }
}
