package io.switchboard.platform.signing;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.List;

/** A key that a tenant brings, which signs receipts or documents. None signs the log: there is no kind of it here, and no way to make one. */
sealed interface BroughtKey {

    KeyUse use();

    /** RFC 7638 thumbprint. */
    String id();

    /** The raw 32 bytes of an Ed25519 private key. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record ForReceipts(byte[] privateKey) implements BroughtKey {

        @Override
        public KeyUse use() {
            return KeyUse.RECEIPT;
        }

        @Override
        public String id() {
            return Ed25519.thumbprint(Ed25519.publicKey(privateKey));
        }

        @Override
        public String toString() {
            return "ForReceipts[hidden]";
        }
    }

    /** A P-256 key with its certificates, signer first. */
    record ForDocuments(PrivateKey privateKey, List<X509Certificate> chain) implements BroughtKey {

        @Override
        public KeyUse use() {
            return KeyUse.DOCUMENT;
        }

        @Override
        public String id() {
            return Jwk.thumbprint(publicKey());
        }

        ECPublicKey publicKey() {
            return (ECPublicKey) chain.getFirst().getPublicKey();
        }

        /** The first end of a certificate of the chain. */
        Instant until() {
            return chain.stream()
                    .map(certificate -> certificate.getNotAfter().toInstant())
                    .min(Instant::compareTo)
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return "ForDocuments[hidden]";
        }
    }
}
