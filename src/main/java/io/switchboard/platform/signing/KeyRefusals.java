package io.switchboard.platform.signing;

/** Why a key is not changed, in words for a person. */
final class KeyRefusals {

    private KeyRefusals() {}

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

    static KeyChange unusable(UnusableKey problem) {
        return new KeyChange.Refused("unusable-key", problem.sentence());
    }

    static KeyChange inUse() {
        return new KeyChange.Refused(
                "key-in-use",
                "This key is in use already, or has been. A key signs for one tenant and one purpose only, and never comes"
                        + " back: make a new one.");
    }
}
