package io.switchboard.verify;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A self-signed certificate. */
final class TestCertificate {

    private TestCertificate() {}

    static String base64() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var name = new X500Principal("CN=Test");
            var from = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
            var until = Date.from(Instant.parse("2027-01-01T00:00:00Z"));
            var builder = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, from, until, name, pair.getPublic());
            var signer = new JcaContentSignerBuilder("Ed25519").build(pair.getPrivate());
            return Base64.getEncoder().encodeToString(builder.build(signer).getEncoded());
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem() {
        return "-----BEGIN CERTIFICATE-----\n" + base64() + "\n-----END CERTIFICATE-----\n";
    }
}
