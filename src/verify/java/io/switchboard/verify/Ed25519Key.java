package io.switchboard.verify;

import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A public Ed25519 key (RFC 8032) from a JWK (RFC 8037). Points of small order and other invalid encodings are refused. BouncyCastle's lightweight
 * signer, since the JDK's provider is many times slower.
 */
final class Ed25519Key {

    private final String x;
    private final byte[] raw;
    private final Ed25519PublicKeyParameters key;

    private Ed25519Key(String x, byte[] bytes) {
        this.x = x;
        this.raw = bytes.clone();
        this.key = new Ed25519PublicKeyParameters(bytes, 0);
    }

    /** From the members {@code kty}, {@code crv} and {@code x}. */
    static Ed25519Key of(Members jwk) throws Refused {
        jwk.literal("kty", "OKP");
        jwk.literal("crv", "Ed25519");
        String x = jwk.text("x");
        byte[] bytes = StrictBase64.url(x);
        if (bytes.length != Ed25519.PUBLIC_KEY_SIZE || !Ed25519.validatePublicKeyFull(bytes, 0)) {
            throw new Refused("x is not an Ed25519 public key");
        }
        return new Ed25519Key(x, bytes);
    }

    /** The 32 bytes of RFC 8032. */
    byte[] raw() {
        return raw.clone();
    }

    /** False for a signature of another length, too. */
    boolean verifies(byte[] message, byte[] signature) {
        var verifier = new Ed25519Signer();
        verifier.init(false, key);
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    /** RFC 7638: the key's fingerprint. */
    String thumbprint() {
        return Digests.base64url("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}");
    }
}
