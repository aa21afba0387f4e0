package io.switchboard.operations.webhooks;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * The Ed25519 key that signs the messages to one endpoint, as Standard Webhooks 1.0 writes it: a signature is {@code v1a,} and the base64 of the 64 bytes over {@code id.timestamp.body}; the public key is
 * {@code whpk_} and the base64 of its 32 bytes (RFC 8032).
 */
final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String PUBLIC = "whpk_";
    private static final int BYTES = 32;

    private final byte[] encoded;

    /** In PKCS #8. */
    SigningKey(byte[] encoded) {
        this.encoded = encoded.clone();
    }

    /** A key and the 32 bytes of its public half. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Pair(SigningKey key, byte[] publicKey) {}

    static Pair random() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var spki = pair.getPublic().getEncoded(); // RFC 8410: the key is the end of it
            return new Pair(
                    new SigningKey(pair.getPrivate().getEncoded()),
                    Arrays.copyOfRange(spki, spki.length - BYTES, spki.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    static String written(byte[] publicKey) {
        return PUBLIC + Base64.getEncoder().encodeToString(publicKey);
    }

    byte[] encoded() {
        return encoded.clone();
    }

    String sign(byte[] signed) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(read());
            signature.update(signed);
            return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept key does not sign", e);
        }
    }

    private PrivateKey read() throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    @Override
    public String toString() {
        return "SigningKey[hidden]";
    }
}
