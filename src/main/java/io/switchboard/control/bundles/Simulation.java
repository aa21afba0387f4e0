package io.switchboard.control.bundles;

import io.switchboard.kernel.Sha256;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A version asked what was decided from {@code since} until {@code until}, beside the one that was active, and what came of it so far. {@code report} is there when it is done. */
public record Simulation(
        SimulationId id,
        int version,
        Sha256 digest,
        int baseline,
        Sha256 baselineDigest,
        State state,
        Instant since,
        Instant until,
        long expected,
        Totals totals,
        Optional<Sha256> report,
        Instant askedAt,
        Optional<Instant> endedAt,
        Optional<String> problem) {

    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * In decisions, but for {@code requests}: how many different ones were asked. {@code errors}: the version could not evaluate them, which denies them. {@code decidedOtherwise}: the active
     * version answers otherwise today than was decided then.
     */
    public record Totals(
            long evaluated,
            long requests,
            long notEvaluable,
            long errors,
            long decidedOtherwise,
            long toDeny,
            long toAllow) {

        static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0);

        public long seen() {
            return evaluated + notEvaluable;
        }

        Totals plus(Totals more) {
            return new Totals(
                    evaluated + more.evaluated,
                    requests + more.requests,
                    notEvaluable + more.notEvaluable,
                    errors + more.errors,
                    decidedOtherwise + more.decidedOtherwise,
                    toDeny + more.toDeny,
                    toAllow + more.toAllow);
        }
    }

    public boolean isOver() {
        return state == State.DONE || state == State.FAILED;
    }

    /** Of a hundred. */
    public int percent() {
        return expected == 0 ? 100 : (int) Math.min(100, totals.seen() * 100 / expected);
    }
}
