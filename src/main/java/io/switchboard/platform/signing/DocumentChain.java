package io.switchboard.platform.signing;

import io.switchboard.kernel.Sha256;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** What has to be true of a document key's certificates (RFC 5280 section 6, as far as it needs no trust anchor): who trusts them is the reader's question. */
final class DocumentChain {

    private static final int LONGEST = 5;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private DocumentChain() {}

    static BroughtKey require(PrivateKey key, List<X509Certificate> chain, Instant now) throws UnusableKey {
        if (chain.isEmpty() || chain.size() > LONGEST) {
            throw new UnusableKey("The PKCS#12 has " + chain.size() + " certificates for its key; 1 to " + LONGEST
                    + " are needed, the signer's own first.");
        }
        requireP256(chain.getFirst());
        for (X509Certificate certificate : chain) {
            requireValid(certificate, now);
        }
        requireSigned(chain);
        requireMaySign(chain.getFirst());
        return requirePair(new BroughtKey.ForDocuments(key, chain));
    }

    private static void requireP256(X509Certificate signer) throws UnusableKey {
        var curve = SubjectPublicKeyInfo.getInstance(signer.getPublicKey().getEncoded())
                .getAlgorithm()
                .getParameters();
        if (!(signer.getPublicKey() instanceof ECPublicKey) || !SECObjectIdentifiers.secp256r1.equals(curve)) {
            throw new UnusableKey(
                    "The certificate's key is not on the curve P-256, which is what documents are signed with.");
        }
    }

    private static void requireValid(X509Certificate certificate, Instant now) throws UnusableKey {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        if (now.isBefore(from) || !now.isBefore(until)) {
            throw new UnusableKey("A certificate of the chain is valid from " + from + " to " + until
                    + ", which does not include now. Bring a chain that is valid.");
        }
    }

    private static void requireSigned(List<X509Certificate> chain) throws UnusableKey {
        for (int i = 0; i + 1 < chain.size(); i++) {
            try {
                chain.get(i).verify(chain.get(i + 1).getPublicKey());
            } catch (GeneralSecurityException e) {
                throw new UnusableKey("Certificate " + (i + 1) + " of the chain is not signed by the one after it."
                        + " Export key and chain again, the signer's own certificate first.");
            }
        }
    }

    private static void requireMaySign(X509Certificate signer) throws UnusableKey {
        boolean[] usage = signer.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
            throw new UnusableKey("The certificate does not allow signatures: its key usage needs digitalSignature.");
        }
    }

    private static BroughtKey requirePair(BroughtKey.ForDocuments key) throws UnusableKey {
        byte[] probe = Sha256.of(key.id()).bytes();
        if (!EcDocumentKey.verifies(
                key.publicKey(), probe, new EcDocumentKey(key.chain(), key.privateKey()).sign(probe))) {
            throw new UnusableKey("The certificate does not belong to the private key. Export both together.");
        }
        return key;
    }
}
