package io.switchboard.verify;

import java.util.List;
import java.util.Optional;

/** The whole answer, before it is written for people or for programs. */
record Report(
        Optional<TrustRoot> root,
        Optional<BundleStatement> statement,
        LogEvidence evidence,
        Optional<Long> extended,
        Optional<CopyCheck.Shown> copy,
        Tally tally,
        Findings findings,
        Request request)
        implements Answer {

    Verdict verdict() {
        return Verdict.of(findings);
    }

    /** The level reached; none unless everything but the level asked for holds. */
    Optional<Level> level() {
        return findings.onlyOf(Check.LEVEL) ? Optional.of(reached()) : Optional.empty();
    }

    Level reached() {
        return evidence.reached(tally);
    }

    /** What a reader must know who sees only the verdict. */
    String caution() {
        return Caution.of(this);
    }

    Optional<String> fingerprint() {
        return root.map(TrustRoot::fingerprint);
    }

    /** The log that the bundle's statement names; absent where the statement is not authentic. */
    Optional<String> log() {
        return statement.map(BundleStatement::log);
    }

    @Override
    public int exitCode() {
        return verdict() == Verdict.VALID ? 0 : 1;
    }

    @Override
    public List<String> lines() {
        return HumanReport.lines(this);
    }

    @Override
    public String json() {
        return JsonReport.of(this);
    }
}
