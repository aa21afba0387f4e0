package io.switchboard.operations.imports;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.KeyUse;
import org.springframework.stereotype.Component;

/** Signs manifests with the tenant's receipt key. */
@Component
class KeyRingSigner implements ManifestSigner {

    private final KeyRing keys;

    KeyRingSigner(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public byte[] sign(TenantId tenant, String payloadType, byte[] payload) {
        return keys.sign(tenant, KeyUse.RECEIPT, payloadType, payload).bytes();
    }
}
