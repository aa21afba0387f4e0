package io.switchboard.operations.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a destination does. It is switched off where its receiver says that it is gone (410), and once nothing but failures came for 120 hours; any success begins these anew. Nothing is sent to one that is
 * switched off: what comes for it waits until somebody switches it on.
 */
public record Health(
        Optional<Instant> failingSince,
        Optional<Instant> succeededAt,
        Optional<Instant> disabledAt,
        String disabledWhy) {

    /** Only failures for these 120 hours switch a destination off. */
    public static final Duration PATIENCE = Duration.ofDays(5);

    static final Health UNKNOWN = new Health(Optional.empty(), Optional.empty(), Optional.empty(), "");

    public boolean isDisabled() {
        return disabledAt.isPresent();
    }

    /** When it is switched off if nothing succeeds until then. */
    public Optional<Instant> disablesAt() {
        return isDisabled() ? Optional.empty() : failingSince.map(since -> since.plus(PATIENCE));
    }
}
