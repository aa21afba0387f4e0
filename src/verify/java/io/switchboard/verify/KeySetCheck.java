package io.switchboard.verify;

import java.util.Optional;

/**
 * A key set: signed by the pinned root, else self-asserted. Its keys are used even then, so that everything else that is wrong is
 * named as well; the verdict can no longer become valid.
 */
final class KeySetCheck {

    private final String file;
    private final Findings findings;

    /** For the key set in {@code file}. */
    KeySetCheck(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    Optional<KeySet> check(byte[] bytes, Optional<TrustRoot> root) {
        try {
            Envelope envelope = Envelope.read(bytes, Envelope.JWK_SET);
            authenticate(envelope, root);
            return Optional.of(KeySet.of(envelope.payloadMembers()));
        } catch (Refused e) {
            findings.add(Check.KEYS, file, e.what());
            return Optional.empty();
        }
    }

    private void authenticate(Envelope envelope, Optional<TrustRoot> root) {
        if (root.isEmpty()) {
            findings.add(Check.SELF_ASSERTED, file, "no trust root vouches for these keys");
        } else if (!envelope.keyId().equals(root.get().fingerprint())) {
            findings.add(
                    Check.SELF_ASSERTED,
                    file,
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
            findings.add(Check.KEYS, file, e.what());
        }
    }
}
