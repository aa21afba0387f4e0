package io.switchboard.verify;

import io.switchboard.verify.tlog.InclusionProof;
import io.switchboard.verify.tlog.ProofFile;
import io.switchboard.verify.tlog.Refuted;
import io.switchboard.verify.tlog.TreeHasher;
import java.io.IOException;
import java.util.Optional;

/** That one receipt is in the log: its proof file leads from the SHA-256 of its envelope to the root of the bundle's checkpoint. */
final class InclusionCheck {

    private final Contents contents;
    private final FileCheck files;
    private final LogEvidence log;
    private final Findings findings;
    private final TreeHasher hasher = new TreeHasher();

    InclusionCheck(Contents contents, FileCheck files, LogEvidence log, Findings findings) {
        this.contents = contents;
        this.files = files;
        this.log = log;
        this.findings = findings;
    }

    /** What the proof of receipt {@code id} proves; a proof that does not hold is a finding. {@code entry} is the SHA-256 of its envelope. */
    Inclusion check(String id, byte[] entry) throws IOException {
        String path = "data/proofs/" + id + ".tlog-proof";
        Optional<LoadedFile> file = contents.has(path) ? files.load(path) : Optional.empty();
        if (file.isEmpty()) {
            return Inclusion.NOT_PROVEN;
        }
        try {
            long index = index(file.get().bytes(), entry);
            return Inclusion.at(log.provenBy(index));
        } catch (Refused e) {
            findings.add(Check.PROOF, path, e.what());
            return Inclusion.NOT_PROVEN;
        }
    }

    private long index(byte[] proof, byte[] entry) throws Refused {
        if (log.checkpoint().isEmpty()) {
            throw new Refused("not checked, since there is no checkpoint to check it with");
        }
        return index(proof, entry, log.checkpoint().get(), hasher);
    }

    /** The index that {@code proof} proves for {@code entry} in the tree of {@code state}. */
    static long index(byte[] proof, byte[] entry, SignedCheckpoint state, TreeHasher hasher) throws Refused {
        try {
            InclusionProof inclusion = ProofFile.inclusion(proof, state.note(), state.size());
            inclusion.require(hasher.leaf(entry), state.checkpoint().root(), hasher);
            return inclusion.index();
        } catch (Refuted e) {
            throw Refused.because(e);
        }
    }
}
