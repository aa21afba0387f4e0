package io.switchboard.insight.assurance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/**
 * Verifies DSSE signatures with the JDK alone. On purpose it shares nothing with the code that signs: a fault there would otherwise be found
 * right by the same fault.
 */
final class Dsse {

    private Dsse() {}

    static boolean verifies(PublicKey key, String payloadType, byte[] payload, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(preAuthentication(payloadType, payload));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // also a signature of the wrong form
        }
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
