package io.switchboard.operations.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One run of an issue's clock, from triage or reopening to mitigated, fixed or dropped. {@code paused} is all of its pauses together, the one that goes on included; {@code until}
 * is its end, or the moment it is looked at.
 */
public record Round(int number, Instant start, Duration paused, Optional<Instant> pausedSince, Instant until, End end) {

    /** How a round ended, if it did. Dropped: declined or merged, so that nobody asks whether it was in time. */
    public enum End {
        NONE,
        RESOLVED,
        DROPPED
    }

    /** The absolute due time; while paused, as it would be if the pause ended now. */
    public Instant due() {
        return start.plus(SlaClock.LIMIT).plus(paused);
    }

    /** What is left of the 72 hours; negative once they are over. */
    public Duration left() {
        return Duration.between(until, due());
    }

    public Verdict verdict() {
        boolean late = left().isNegative();
        return switch (end) {
            case RESOLVED -> late ? Verdict.MISSED : Verdict.MET;
            case DROPPED -> Verdict.DROPPED;
            case NONE -> running(late);
        };
    }

    private Verdict running(boolean late) {
        if (late) {
            return Verdict.BREACHED;
        }
        if (pausedSince.isPresent()) {
            return Verdict.PAUSED;
        }
        return left().compareTo(SlaClock.SOON) <= 0 ? Verdict.SOON : Verdict.RUNNING;
    }

    /** What the clock says. */
    public enum Verdict {
        RUNNING,
        SOON,
        BREACHED,
        PAUSED,
        MET,
        MISSED,
        DROPPED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
