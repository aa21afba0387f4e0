package io.switchboard.platform.documents.signature;

import io.switchboard.platform.documents.DocumentSigner;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentSigner;

/** Hands what CMS wants signed to the caller's signer, as ecdsa-with-SHA256 (RFC 5754 section 3.3). */
final class SignerContent implements ContentSigner {

    private final DocumentSigner signer;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    SignerContent(DocumentSigner signer) {
        this.signer = signer;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        return signer.sign(content.toByteArray());
    }
}
