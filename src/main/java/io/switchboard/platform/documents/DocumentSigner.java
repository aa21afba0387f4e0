package io.switchboard.platform.documents;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Signs documents on behalf of the caller, who keeps the key. An elliptic curve key on P-256 is expected.
 */
public interface DocumentSigner {

    /** The signer's certificate first, then those above it; at least one. */
    List<X509Certificate> chain();

    /** The SHA256withECDSA signature over these bytes, in the DER form of RFC 3279 section 2.2.3. */
    byte[] sign(byte[] signedAttributes);

    /** One whose key is kept elsewhere. */
    static DocumentSigner of(List<X509Certificate> chain, UnaryOperator<byte[]> sign) {
        return new DocumentSigner() {

            @Override
            public List<X509Certificate> chain() {
                return chain;
            }

            @Override
            public byte[] sign(byte[] signedAttributes) {
                return sign.apply(signedAttributes);
            }
        };
    }
}
