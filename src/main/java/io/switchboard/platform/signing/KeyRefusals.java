package io.switchboard.platform.signing;

import java.time.Duration;
import java.util.Optional;

/** Why a key is not changed, in words for a person. */
final class KeyRefusals {

    private KeyRefusals() {}

    static Optional<KeyChange> overlap(Duration overlap) {
        boolean fits =
                overlap.compareTo(KeyLifecycle.LEAST_OVERLAP) >= 0 && overlap.compareTo(KeyLifecycle.MOST_OVERLAP) <= 0;
        return fits
                ? Optional.empty()
                : Optional.of(
                        new KeyChange.Refused(
                                "overlap",
                                "An overlap of " + overlap
                                        + " cannot be: the old key stays valid for at least a minute, because the"
                                        + " clocks of two servers may differ, and for at most 90 days. Choose one between PT1M and P90D."));
    }

    static KeyChange noSuchKey() {
        return new KeyChange.Refused("no-such-key", "This tenant has no such key. Check the id in the list of keys.");
    }

    static KeyChange signs(TenantKey key) {
        return new KeyChange.Refused(
                "key-signs",
                "Key " + key.keyId() + " is the one that signs now, and without it no "
                        + key.use().wire()
                        + " could be signed. Rotate first: a new key takes over, then retire this one.");
    }

    static KeyChange hasEnded(TenantKey key) {
        return new KeyChange.Refused(
                "key-has-ended",
                "Key " + key.keyId() + " ends at "
                        + key.window().until().map(Object::toString).orElse("no time")
                        + ", and no earlier end is possible: what it has signed until now has to stay valid."
                        + " There is nothing left to do.");
    }
}
