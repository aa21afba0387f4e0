package io.switchboard.operations.imports;

import io.switchboard.kernel.TenantId;

/** Signs an error manifest for its tenant: canonical JSON in, the bytes of a DSSE envelope out. */
@FunctionalInterface
public interface ManifestSigner {

    byte[] sign(TenantId tenant, String payloadType, byte[] payload);
}
