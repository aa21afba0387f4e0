package io.switchboard.platform.signing;

import io.switchboard.kernel.Sha256;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;

/** A P-256 key with its certificate; the key is in memory only as long as this object. */
record EcDocumentKey(List<X509Certificate> chain, PrivateKey key) implements DocumentKey {

    static final String ALGORITHM = "P-256";

    static KeyPair newPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    static EcDocumentKey of(byte[] certificates, byte[] pkcs8) {
        try {
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return new EcDocumentKey(X509.parse(certificates), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored document key does not parse", e);
        }
    }

    /** With the nonce of RFC 6979: the same message has the same signature, so the same facts make the same document. */
    @Override
    public byte[] sign(byte[] message) {
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        try {
            signer.init(true, ECUtil.generatePrivateKeyParameter(key));
            BigInteger[] pair = signer.generateSignature(Sha256.of(message).bytes());
            return StandardDSAEncoding.INSTANCE.encode(signer.getOrder(), pair[0], pair[1]);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a document key does not sign", e);
        }
    }

    static boolean verifies(PublicKey publicKey, byte[] message, byte[] signature) {
        try {
            var check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(publicKey);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
