package io.switchboard.platform.signing;

import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes keys. Their private parts leave here sealed. */
final class NewKeys {

    private static final Duration DOCUMENT_VALIDITY = Duration.ofDays(3 * 365);

    private final SecretBox box;

    NewKeys(SecretBox box) {
        this.box = box;
    }

    /** {@code displayName} is what the certificate of a document key says. */
    TenantKey make(KeySlot slot, String displayName) {
        return switch (slot.use()) {
            case RECEIPT, LOG -> ed25519(slot, Ed25519.newPrivateKey(), KeyOrigin.GENERATED);
            case DOCUMENT -> document(slot, displayName);
        };
    }

    TenantKey ed25519(KeySlot slot, byte[] privateKey, KeyOrigin origin) {
        byte[] publicKey = Ed25519.publicKey(privateKey);
        String id = Ed25519.thumbprint(publicKey);
        return new TenantKey(
                slot.tenant(),
                id,
                slot.log(),
                slot.use(),
                Ed25519.ALGORITHM,
                publicKey,
                box.seal(TenantKey.context(slot.tenant(), id), privateKey),
                Optional.empty(),
                KeyWindow.openFrom(slot.from()),
                slot.generation(),
                origin);
    }

    private TenantKey document(KeySlot slot, String displayName) {
        KeyPair pair = EcDocumentKey.newPair();
        Instant until = slot.from().plus(DOCUMENT_VALIDITY);
        String id = Jwk.thumbprint((ECPublicKey) pair.getPublic());
        return new TenantKey(
                slot.tenant(),
                id,
                slot.log(),
                slot.use(),
                EcDocumentKey.ALGORITHM,
                pair.getPublic().getEncoded(),
                box.seal(TenantKey.context(slot.tenant(), id), pair.getPrivate().getEncoded()),
                Optional.of(X509.selfSigned(pair, displayName, slot.from(), until)),
                new KeyWindow(slot.from(), Optional.of(until)),
                slot.generation(),
                KeyOrigin.GENERATED);
    }
}
