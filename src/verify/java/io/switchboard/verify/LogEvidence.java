package io.switchboard.verify;

import io.switchboard.verify.tlog.ConsistencyProof;
import io.switchboard.verify.tlog.Refuted;
import io.switchboard.verify.tlog.TreeHasher;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the bundle proves about the state of its log: the authentic checkpoint, the proofs that it extends earlier sizes, and the timestamps of those. */
record LogEvidence(
        Optional<SignedCheckpoint> checkpoint, Map<Long, ConsistencyProof> consistency, List<Anchor> anchors) {

    static final LogEvidence NONE = new LogEvidence(Optional.empty(), Map.of(), List.of());

    /** The moment before which the leaf at {@code index} was in the log, as far as somebody else attests it. */
    Optional<Instant> provenBy(long index) {
        return anchors.stream()
                .filter(anchor -> anchor.covers(index))
                .map(Anchor::by)
                .min(Comparator.naturalOrder());
    }

    LogEvidence with(List<Anchor> found) {
        return new LogEvidence(checkpoint, consistency, found);
    }

    /** Refuses a level above the one that all receipts reach together. */
    void require(Level wanted, Tally tally, Findings findings) {
        Level reached = reached(tally);
        if (wanted.compareTo(reached) > 0) {
            findings.add(
                    Check.LEVEL,
                    "-",
                    "level " + wanted.wire() + " is required, " + reached.wire() + " is reached: "
                            + whyNotHigher(tally));
        }
    }

    /** What is missing to the next level. */
    String whyNotHigher(Tally tally) {
        return switch (reached(tally)) {
            case SIGNED ->
                checkpoint.isEmpty()
                        ? "the bundle carries no checkpoint, or none that holds"
                        : (tally.receipts - tally.receiptsIncluded) + " of " + tally.receipts
                                + " receipts are not shown to be in the log";
            case INCLUDED -> whyNotAnchored(tally);
            case ANCHORED -> "there is no higher level";
        };
    }

    private String whyNotAnchored(Tally tally) {
        if (anchors.isEmpty()) {
            return "the bundle carries no timestamp that holds";
        }
        return isPinned()
                ? (tally.receipts - tally.receiptsAnchored) + " of " + tally.receipts
                        + " receipts are younger than the newest timestamp"
                : "no time token is by an authority that --tsa-roots pins";
    }

    /** Whether a pinned authority vouches for any state of the log. */
    boolean isPinned() {
        return anchors.stream().anyMatch(Anchor::pinned);
    }

    /** The level that all receipts reach together. */
    Level reached(Tally tally) {
        if (checkpoint.isEmpty() || tally.receiptsIncluded < tally.receipts) {
            return Level.SIGNED;
        }
        return isPinned() && tally.receiptsAnchored == tally.receipts ? Level.ANCHORED : Level.INCLUDED;
    }

    /** Refuses unless the bundle's checkpoint is a later state, or the same, of the log whose earlier state {@code older} is. */
    void requireExtends(SignedCheckpoint older) throws Refused {
        SignedCheckpoint newer = checkpoint.orElseThrow(() -> new Refused("the bundle has no checkpoint that holds"));
        if (!older.checkpoint().origin().equals(newer.checkpoint().origin())) {
            throw new Refused("the older checkpoint is of " + older.checkpoint().origin() + ", the bundle's of "
                    + newer.checkpoint().origin());
        }
        if (older.size() > newer.size()) {
            throw new Refused("the older checkpoint has size " + older.size() + ", the bundle's only " + newer.size());
        }
        requireSameBeginning(older, newer);
    }

    private void requireSameBeginning(SignedCheckpoint older, SignedCheckpoint newer) throws Refused {
        byte[] root = newer.checkpoint().root();
        if (older.size() == newer.size()) {
            if (!Arrays.equals(older.checkpoint().root(), root)) {
                throw new Refused("two different roots for size " + newer.size() + ": the log shows two histories");
            }
        } else if (older.size() > 0) {
            try {
                proofFrom(older.size(), newer.size()).require(older.checkpoint().root(), root, new TreeHasher());
            } catch (Refuted e) {
                throw Refused.because(e);
            }
        }
    }

    private ConsistencyProof proofFrom(long from, long size) throws Refused {
        ConsistencyProof proof = consistency.get(from);
        if (proof == null) {
            throw new Refused("data/consistency/" + from + "-" + size + " is not there or does not hold");
        }
        return proof;
    }
}
