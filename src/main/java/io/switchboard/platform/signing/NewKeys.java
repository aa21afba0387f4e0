package io.switchboard.platform.signing;

import java.security.KeyPair;
import java.security.PrivateKey;
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

    private TenantKey ed25519(KeySlot slot, byte[] privateKey, KeyOrigin origin) {
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

    TenantKey brought(KeySlot slot, BroughtKey key) {
        return switch (key) {
            case BroughtKey.ForReceipts(var privateKey) -> ed25519(slot, privateKey, KeyOrigin.BROUGHT);
            case BroughtKey.ForDocuments documents ->
                document(
                        slot,
                        documents.publicKey(),
                        documents.privateKey(),
                        X509.encode(documents.chain()),
                        documents.until(),
                        KeyOrigin.BROUGHT);
        };
    }

    private TenantKey document(KeySlot slot, String displayName) {
        KeyPair pair = EcDocumentKey.newPair();
        Instant until = slot.from().plus(DOCUMENT_VALIDITY);
        byte[] certificate = X509.selfSigned(pair, displayName, slot.from(), until);
        return document(
                slot, (ECPublicKey) pair.getPublic(), pair.getPrivate(), certificate, until, KeyOrigin.GENERATED);
    }

    private TenantKey document(
            KeySlot slot,
            ECPublicKey publicKey,
            PrivateKey privateKey,
            byte[] certificates,
            Instant until,
            KeyOrigin origin) {
        String id = Jwk.thumbprint(publicKey);
        return new TenantKey(
                slot.tenant(),
                id,
                slot.log(),
                slot.use(),
                EcDocumentKey.ALGORITHM,
                publicKey.getEncoded(),
                box.seal(TenantKey.context(slot.tenant(), id), privateKey.getEncoded()),
                Optional.of(certificates),
                new KeyWindow(slot.from(), Optional.of(until)),
                slot.generation(),
                origin);
    }
}
