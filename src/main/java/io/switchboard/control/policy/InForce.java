package io.switchboard.control.policy;

import io.switchboard.kernel.Sha256;
import java.util.Optional;

/**
 * What this node asks. Without an active bundle everything is denied; {@code problem} says why in one sentence. {@code digest} is the active version's, as its row names it, also where it could
 * not be loaded.
 */
record InForce(
        long revision,
        Sha256 digest,
        Optional<LoadedBundle> active,
        Optional<ShadowBundle> shadow,
        Optional<String> problem) {

    record ShadowBundle(int version, LoadedBundle bundle) {}

    /** One bundle for ever. */
    static InForce only(LoadedBundle bundle) {
        return new InForce(0, bundle.bundle().digest(), Optional.of(bundle), Optional.empty(), Optional.empty());
    }
}
