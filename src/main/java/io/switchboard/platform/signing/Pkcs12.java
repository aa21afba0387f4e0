package io.switchboard.platform.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The one private key of a PKCS#12 (RFC 7292): Ed25519 for receipts, or P-256 with its certificates for documents. */
final class Pkcs12 {

    private Pkcs12() {}

    static BroughtKey read(byte[] der, String password, Instant now) throws UnusableKey {
        Pkcs12Work.requireBounded(der);
        char[] secret = password.toCharArray();
        try {
            return read(open(der, secret), secret, now);
        } catch (GeneralSecurityException e) {
            throw new UnusableKey(
                    "The key in the PKCS#12 does not open with this password. Check it, and export again.");
        } finally {
            Arrays.fill(secret, ' ');
        }
    }

    private static KeyStore open(byte[] der, char[] secret) throws UnusableKey, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try {
            store.load(new ByteArrayInputStream(der), secret);
            return store;
        } catch (IOException | RuntimeException e) {
            throw new UnusableKey("The PKCS#12 does not open with this password, or is damaged. Check the password.");
        }
    }

    private static BroughtKey read(KeyStore store, char[] secret, Instant now)
            throws UnusableKey, GeneralSecurityException {
        List<String> aliases = Collections.list(store.aliases());
        aliases.removeIf(alias -> !isKey(store, alias));
        if (aliases.size() != 1) {
            throw new UnusableKey("The PKCS#12 holds " + aliases.size() + " private keys. Bring one with exactly one.");
        }
        String alias = aliases.getFirst();
        if (!(store.getKey(alias, secret) instanceof PrivateKey key)) {
            throw new UnusableKey("The PKCS#12 holds a secret and no private key. Bring a private key.");
        }
        return switch (key.getAlgorithm()) {
            case "EdDSA", "Ed25519" -> new BroughtKey.ForReceipts(Pkcs8.ed25519(key.getEncoded()));
            case "EC" -> DocumentChain.require(key, certificates(store.getCertificateChain(alias)), now);
            default ->
                throw new UnusableKey("The PKCS#12 holds a " + key.getAlgorithm()
                        + " key. Receipts are signed with Ed25519, documents with P-256.");
        };
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key store that was loaded", e);
        }
    }

    private static List<X509Certificate> certificates(Certificate[] chain) {
        return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    }
}
