package io.switchboard.platform.signing;

import io.switchboard.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Ed25519 (RFC 8032) with raw 32-byte keys, through BouncyCastle's lightweight interface. */
final class Ed25519 {

    static final String ALGORITHM = "Ed25519";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ed25519() {}

    static byte[] newPrivateKey() {
        return new Ed25519PrivateKeyParameters(RANDOM).getEncoded();
    }

    static byte[] publicKey(byte[] privateKey) {
        return new Ed25519PrivateKeyParameters(privateKey).generatePublicKey().getEncoded();
    }

    static byte[] sign(byte[] privateKey, byte[] message) {
        var signer = new Ed25519Signer();
        signer.init(true, new Ed25519PrivateKeyParameters(privateKey));
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        var verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(publicKey));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    /** RFC 7638 thumbprint of the RFC 8037 JWK. */
    static String thumbprint(byte[] publicKey) {
        String required = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + Base64Url.encode(publicKey) + "\"}";
        return Base64Url.encode(
                Sha256.of(required.getBytes(StandardCharsets.UTF_8)).bytes());
    }
}
