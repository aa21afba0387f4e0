package io.switchboard.verify;

import java.io.IOException;
import java.util.Optional;

/**
 * The key set of the bundle: signed by the pinned root, else self-asserted. Its keys are used even then, so that everything else that is wrong is
 * named as well; the verdict can no longer become valid.
 */
final class KeySetCheck {

    private final Findings findings;

    KeySetCheck(Findings findings) {
        this.findings = findings;
    }

    Optional<KeySet> check(Contents contents, Optional<TrustRoot> root) throws IOException {
        Optional<byte[]> bytes = contents.bytes(BagLayout.KEYS);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            Envelope envelope = Envelope.read(bytes.get(), Envelope.JWK_SET);
            authenticate(envelope, root);
            return Optional.of(KeySet.of(envelope.payloadMembers()));
        } catch (Refused e) {
            findings.add(Check.KEYS, BagLayout.KEYS, e.what());
            return Optional.empty();
        }
    }

    private void authenticate(Envelope envelope, Optional<TrustRoot> root) {
        if (root.isEmpty()) {
            findings.add(Check.SELF_ASSERTED, BagLayout.KEYS, "no trust root vouches for these keys");
        } else if (!envelope.keyId().equals(root.get().fingerprint())) {
            findings.add(
                    Check.SELF_ASSERTED,
                    BagLayout.KEYS,
                    "signed by root " + envelope.keyId() + ", not by the trust root "
                            + root.get().fingerprint());
        } else {
            requireRoot(envelope, root.get());
        }
    }

    private void requireRoot(Envelope envelope, TrustRoot root) {
        try {
            envelope.requireSignature(root.key());
        } catch (Refused e) {
            findings.add(Check.KEYS, BagLayout.KEYS, e.what());
        }
    }
}
