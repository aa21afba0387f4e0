package io.switchboard.platform.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import javax.crypto.spec.PBEParameterSpec;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys as tenants' own tools export them. */
public final class TestKeyFiles {

    private TestKeyFiles() {}

    public static KeyFile newReceiptKey() {
        return jwk(Ed25519.newPrivateKey());
    }

    static KeyFile jwk(byte[] privateKey) {
        String json = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"" + Base64Url.encode(privateKey) + "\",\"x\":\""
                + Base64Url.encode(Ed25519.publicKey(privateKey)) + "\"}";
        return new KeyFile(json.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    static KeyFile pem(PrivateKey key) {
        String base64 = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        String pem = "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
        return new KeyFile(pem.getBytes(StandardCharsets.US_ASCII), Optional.empty());
    }

    static KeyFile pkcs12(PrivateKey key, String password, X509Certificate... chain) {
        return pkcs12(key, password, 10_000, chain);
    }

    static KeyFile pkcs12(PrivateKey key, String password, int rounds, X509Certificate... chain) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            var protection = new KeyStore.PasswordProtection(
                    password.toCharArray(), "PBEWithHmacSHA256AndAES_256", new PBEParameterSpec(new byte[20], rounds));
            store.setEntry("key", new KeyStore.PrivateKeyEntry(key, chain), protection);
            var out = new ByteArrayOutputStream();
            store.store(out, password.toCharArray());
            return new KeyFile(out.toByteArray(), Optional.of(password));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair ed25519() {
        return generated("Ed25519", Optional.empty());
    }

    static KeyPair rsa() {
        return generated("RSA", Optional.empty());
    }

    static KeyPair ec(String curve) {
        return generated("EC", Optional.of(new ECGenParameterSpec(curve)));
    }

    private static KeyPair generated(String algorithm, Optional<ECGenParameterSpec> curve) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            if (curve.isPresent()) {
                generator.initialize(curve.get());
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static X509Certificate certificate(KeyPair pair, String name, Instant from, Duration validity) {
        return certificate(pair, name, pair, name, from, validity);
    }

    static X509Certificate certificate(
            KeyPair pair, String name, KeyPair issuer, String issuerName, Instant from, Duration validity) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + issuerName),
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(from),
                    Date.from(from.plus(validity)),
                    new X500Name("CN=" + name),
                    pair.getPublic());
            var signer = new JcaContentSignerBuilder(algorithm(issuer)).build(issuer.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String algorithm(KeyPair issuer) {
        return switch (issuer.getPrivate().getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> "Ed25519";
        };
    }

    static String base64(X509Certificate certificate) {
        return X509.base64(certificate);
    }
}
