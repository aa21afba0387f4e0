package io.switchboard.verify;

/**
 * What the bundle carries of the transparency log, and the level that follows. This version has no checkpoint to rely on, so the level is
 * {@code signed}; checks of checkpoint, inclusion and anchoring raise it here, each to the next.
 */
record LogEvidence(boolean checkpoint, int proofs) {

    static final LogEvidence NONE = new LogEvidence(false, 0);

    static LogEvidence in(Contents contents) {
        return new LogEvidence(
                !contents.pathsOf(Place.CHECKPOINT).isEmpty(),
                contents.pathsOf(Place.PROOF).size());
    }

    Level reached() {
        return Level.SIGNED;
    }

    /** Refuses a level above the one reached, and an older checkpoint that the bundle cannot be shown to extend. */
    void require(Request request, Findings findings) {
        if (request.require().compareTo(reached()) > 0) {
            findings.add(
                    Check.LEVEL,
                    "-",
                    "level " + request.require().wire() + " is required, "
                            + reached().wire() + " is reached: " + why());
        }
        request.checkpoint()
                .ifPresent(old -> findings.add(
                        Check.LEVEL, "-", "the bundle cannot be shown to extend " + old.getFileName() + ": " + why()));
    }

    private String why() {
        return checkpoint || proofs > 0
                ? "this version of the verifier does not check checkpoints and proofs"
                : "the bundle carries no checkpoint and no proofs";
    }

    /** What a reader must know who sees only the verdict. */
    String caution() {
        String unread = checkpoint || proofs > 0
                ? " Checkpoint and proofs are there, but this version does not check them."
                : "";
        return "signed proves who signed. Times are those the receipts claim, and nothing proves that no receipt is left out."
                + unread;
    }
}
