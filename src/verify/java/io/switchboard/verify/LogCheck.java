package io.switchboard.verify;

import io.switchboard.verify.tlog.ConsistencyProof;
import io.switchboard.verify.tlog.ProofFile;
import io.switchboard.verify.tlog.Refuted;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the bundle shows of its log as a whole: the checkpoint, and the proofs that it extends earlier states. */
final class LogCheck {

    private static final String CHECKPOINT = "data/checkpoint";

    private final Contents contents;
    private final FileCheck files;
    private final Optional<KeySet> keys;
    private final Optional<BundleStatement> statement;
    private final Findings findings;

    LogCheck(
            Contents contents,
            FileCheck files,
            Optional<KeySet> keys,
            Optional<BundleStatement> statement,
            Findings findings) {
        this.contents = contents;
        this.files = files;
        this.keys = keys;
        this.statement = statement;
        this.findings = findings;
    }

    LogEvidence check() throws IOException {
        Optional<SignedCheckpoint> checkpoint = checkpoint();
        return new LogEvidence(checkpoint, consistency(checkpoint), List.of());
    }

    private Optional<SignedCheckpoint> checkpoint() throws IOException {
        Optional<LoadedFile> file = contents.has(CHECKPOINT) ? files.load(CHECKPOINT) : Optional.empty();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(authenticated(file.get().bytes()));
        } catch (Refused e) {
            findings.add(Check.CHECKPOINT, CHECKPOINT, e.what());
            return Optional.empty();
        }
    }

    private SignedCheckpoint authenticated(byte[] note) throws Refused {
        if (keys.isEmpty() || statement.isEmpty()) {
            throw new Refused("not checked, since it is not established which log the bundle is of, and by which keys");
        }
        SignedCheckpoint signed = SignedCheckpoint.of(note, statement.get().log(), keys.get());
        signed.requireSignerValid(statement.get().createdAt());
        if (signed.size() != statement.get().treeSize()) {
            throw new Refused("it is of size " + signed.size() + ", the bundle's statement says "
                    + statement.get().treeSize());
        }
        return signed;
    }

    /** By the size that each begins at. Whether they hold is seen when that size's root is known. */
    private Map<Long, ConsistencyProof> consistency(Optional<SignedCheckpoint> checkpoint) throws IOException {
        Map<Long, ConsistencyProof> proofs = new TreeMap<>();
        for (String path : contents.pathsOf(Place.CONSISTENCY)) {
            Optional<LoadedFile> file = files.load(path);
            try {
                if (file.isPresent()) {
                    ConsistencyProof proof = consistency(path, file.get().bytes());
                    requireCheckpoint(proof, checkpoint);
                    proofs.put(proof.from(), proof);
                }
            } catch (Refused e) {
                findings.add(Check.CONSISTENCY, path, e.what());
            }
        }
        return proofs;
    }

    private static ConsistencyProof consistency(String path, byte[] file) throws Refused {
        String[] sizes = Place.CONSISTENCY.stem(path).split("-", 2);
        try {
            return ProofFile.consistency(file, Long.parseLong(sizes[0]), Long.parseLong(sizes[1]));
        } catch (Refuted e) {
            throw Refused.because(e);
        }
    }

    private static void requireCheckpoint(ConsistencyProof proof, Optional<SignedCheckpoint> checkpoint)
            throws Refused {
        if (checkpoint.isEmpty()) {
            throw new Refused("not checked, since there is no checkpoint to check it with");
        }
        if (proof.size() != checkpoint.get().size()) {
            throw new Refused("it leads to size " + proof.size() + ", the checkpoint is of size "
                    + checkpoint.get().size());
        }
    }
}
