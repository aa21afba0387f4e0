package io.switchboard.platform.signing;

import io.switchboard.kernel.LogId;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * One key of a tenant. {@code publicKey} is the raw 32 bytes of an Ed25519 key, else the X.509 SubjectPublicKeyInfo; the private part is
 * sealed. Valid from {@code notBefore} until before {@code notAfter}, open-ended where that is absent.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TenantKey(
        TenantId tenant,
        String keyId,
        LogId log,
        KeyUse use,
        String algorithm,
        byte[] publicKey,
        byte[] sealedPrivate,
        Optional<byte[]> certificate,
        Instant notBefore,
        Optional<Instant> notAfter) {

    /** What the private part is sealed for. */
    static String context(TenantId tenant, String keyId) {
        return "signing-key/" + tenant + "/" + keyId;
    }

    String context() {
        return context(tenant, keyId);
    }

    boolean validAt(Instant at) {
        return !at.isBefore(notBefore) && notAfter.map(at::isBefore).orElse(true);
    }
}
