package io.switchboard.insight.assurance;

import io.switchboard.kernel.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One sentence about how a tenant is governed, with what a check found. {@code finding} says the figures in words, and for a claim that is
 * not proven the reason first; {@code figures} are the same numbers for machines. {@code evidence} is a digest over exactly what the check
 * looked at, absent where it saw nothing because it broke off; {@code checkedHow} says what that is and how an outsider checks without us.
 */
public record PostureClaim(
        String id,
        String title,
        Verdict verdict,
        String finding,
        Map<String, Long> figures,
        String checkedHow,
        Instant checkedAt,
        Optional<Sha256> evidence) {

    /** How long a check speaks for the present. */
    public static final Duration FRESH = Duration.ofHours(24);

    public PostureClaim {
        figures = Map.copyOf(figures);
    }

    /** The claim as it stands at that time: one that held is aged once its check is older than a day; one that did not stays not proven. */
    public PostureClaim at(Instant now) {
        return verdict == Verdict.HOLDS && checkedAt.plus(FRESH).isBefore(now) ? with(Verdict.AGED) : this;
    }

    private PostureClaim with(Verdict other) {
        return new PostureClaim(id, title, other, finding, figures, checkedHow, checkedAt, evidence);
    }
}
