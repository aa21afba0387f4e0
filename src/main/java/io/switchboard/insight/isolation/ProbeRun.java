package io.switchboard.insight.isolation;

import io.switchboard.kernel.ReceiptId;
import java.time.Duration;
import java.time.Instant;

/** A run of the probes, as it ended. {@code doors}: addresses and methods; each is asked at by both canaries. */
public record ProbeRun(
        String id,
        Instant startedAt,
        Instant endedAt,
        int doors,
        int refused,
        int leaks,
        int uncovered,
        ReceiptId receipt) {

    /** Past this it says nothing about today. */
    public static final Duration FRESH = Duration.ofDays(2);

    public int probes() {
        return refused + leaks + uncovered;
    }

    public boolean isGreen() {
        return leaks == 0 && uncovered == 0 && refused > 0;
    }

    public boolean isStale(Instant now) {
        return endedAt.isBefore(now.minus(FRESH));
    }
}
