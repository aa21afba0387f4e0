package io.switchboard.insight.assurance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Verifies DSSE signatures. On purpose it shares no code with the module that signs: a fault there would otherwise be found right by the same fault. */
final class Dsse {

    private Dsse() {}

    static boolean verifies(Ed25519PublicKeyParameters key, String payloadType, byte[] payload, byte[] signature) {
        var verifier = new Ed25519Signer();
        verifier.init(false, key);
        byte[] message = preAuthentication(payloadType, payload);
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    private static byte[] preAuthentication(String type, byte[] payload) {
        var out = new ByteArrayOutputStream(payload.length + 64);
        out.writeBytes(
                ("DSSEv1 " + type.getBytes(StandardCharsets.UTF_8).length + " " + type + " " + payload.length + " ")
                        .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(payload);
        return out.toByteArray();
    }
}
