package io.switchboard.platform.signing;

import io.switchboard.kernel.LogId;
import java.util.function.UnaryOperator;

/** A tenant's receipt key for one transaction, and the log that it signs for. */
public record ReceiptSigner(LogId log, String keyId, UnaryOperator<byte[]> signature) {

    public DsseEnvelope sign(String payloadType, byte[] payload) {
        byte[] message = DsseEnvelope.preAuthentication(payloadType, payload);
        return new DsseEnvelope(payloadType, payload, keyId, signature.apply(message));
    }
}
