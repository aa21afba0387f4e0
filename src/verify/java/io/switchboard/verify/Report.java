package io.switchboard.verify;

import java.util.Optional;

/** The whole answer, before it is written for people or for programs. */
record Report(
        Optional<TrustRoot> root,
        Optional<BundleStatement> statement,
        LogEvidence evidence,
        Tally tally,
        Findings findings,
        Request request) {

    Verdict verdict() {
        return Verdict.of(findings);
    }

    /** The level reached; none unless everything but the level asked for holds. */
    Optional<Level> level() {
        return findings.onlyOf(Check.LEVEL) ? Optional.of(evidence.reached()) : Optional.empty();
    }

    Optional<String> fingerprint() {
        return root.map(TrustRoot::fingerprint);
    }

    /** The log that the bundle's statement names; absent where the statement is not authentic. */
    Optional<String> log() {
        return statement.map(BundleStatement::log);
    }

    int exitCode() {
        return verdict() == Verdict.VALID ? 0 : 1;
    }
}
