package io.switchboard.platform.signing;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.jspecify.annotations.Nullable;

/** The raw private key of an Ed25519 key in PKCS#8 (RFC 8410 section 7). */
final class Pkcs8 {

    private static final int KEY_BYTES = 32;

    private Pkcs8() {}

    static byte[] privateKey(byte[] pem) throws UnusableKey {
        PemObject block = block(pem);
        if (block == null || !block.getType().equals("PRIVATE KEY")) {
            throw new UnusableKey(
                    "The PEM file holds no -----BEGIN PRIVATE KEY-----. An encrypted key has to be decrypted"
                            + " first, or brought as PKCS#12 with its password.");
        }
        return ed25519(block.getContent());
    }

    private static @Nullable PemObject block(byte[] pem) throws UnusableKey {
        try (var reader = new PemReader(new StringReader(new String(pem, StandardCharsets.US_ASCII)))) {
            return reader.readPemObject();
        } catch (IOException | RuntimeException e) {
            throw new UnusableKey("The PEM file does not read: export the key again.");
        }
    }

    static byte[] ed25519(byte[] der) throws UnusableKey {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(der);
            boolean ed25519 = info.getPrivateKeyAlgorithm().getAlgorithm().equals(EdECObjectIdentifiers.id_Ed25519);
            byte[] raw = ed25519
                    ? ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets()
                    : new byte[0];
            if (raw.length == KEY_BYTES) {
                return raw;
            }
        } catch (IOException | RuntimeException e) {
            throw new UnusableKey("The private key does not read as PKCS#8: export it again.");
        }
        throw new UnusableKey("The private key is no Ed25519 key, which is what signs receipts. A key for documents is"
                + " brought with its certificate, as PKCS#12.");
    }
}
