package io.switchboard.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is proven about one receipt's place in the log: that it is there, and the moment ({@code by}) before which it was. It decides whether the time
 * that the receipt claims may be believed of its key.
 */
record Inclusion(boolean proven, Optional<Instant> by) {

    static final Inclusion NOT_PROVEN = new Inclusion(false, Optional.empty());

    /** How far the clocks of the portal and of a timestamping authority may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    static Inclusion at(Optional<Instant> by) {
        return new Inclusion(true, by);
    }

    /** Refuses a receipt that claims to be younger than it is proven to be, and one by an ended key that is not shown to be in the log. */
    void require(SigningKey key, Instant claimed) throws Refused {
        if (by.isPresent() && claimed.isAfter(by.get().plus(SKEW))) {
            throw new Refused("it claims to have occurred at " + claimed + ", but was in the log at " + by.get()
                    + ", as a timestamp proves");
        }
        if (key.until().isPresent() && !proven) {
            throw new Refused(
                    "its key " + key.id() + " has an end (" + key.until().get()
                            + "), and nothing shows that the receipt was in the log: it could be backdated");
        }
    }

    /** Whether only the receipt's own word says that its key was still valid. */
    boolean restsOnClaim(SigningKey key) {
        return key.until().isPresent()
                && (by.isEmpty() || !by.get().isBefore(key.until().get()));
    }
}
