package io.switchboard.platform.signing;

import io.switchboard.kernel.LogId;
import io.switchboard.kernel.TenantId;
import java.util.Optional;

/**
 * One key of a tenant. {@code publicKey} is the raw 32 bytes of an Ed25519 key, else the X.509 SubjectPublicKeyInfo; the private part is
 * sealed; {@code certificates} is the DER of the chain, signer first. {@code generation} counts the tenant's keys of one use from 1.
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
        Optional<byte[]> certificates,
        KeyWindow window,
        int generation,
        KeyOrigin origin) {

    /** What the private part is sealed for. */
    static String context(TenantId tenant, String keyId) {
        return "signing-key/" + tenant + "/" + keyId;
    }

    String context() {
        return context(tenant, keyId);
    }

    TenantKey within(KeyWindow other) {
        return new TenantKey(
                tenant, keyId, log, use, algorithm, publicKey, sealedPrivate, certificates, other, generation, origin);
    }
}
