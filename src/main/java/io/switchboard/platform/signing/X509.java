package io.switchboard.platform.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** X.509 certificates (RFC 5280) for document keys. */
final class X509 {

    private static final int NAME_LIMIT = 64;

    private X509() {}

    /** A certificate that the key issues to itself, for signatures and nothing else. */
    static byte[] selfSigned(KeyPair pair, String displayName, Instant from, Instant until) {
        X500Name name = name(displayName);
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    name, serial(), Date.from(from), Date.from(until), name, pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
            return builder.build(signer).getEncoded();
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException("the certificate of a document key could not be made", e);
        }
    }

    /** Attribute by attribute, so that no character of the display name is read as syntax; cut to RFC 5280's upper bound. */
    private static X500Name name(String displayName) {
        String name = displayName.codePointCount(0, displayName.length()) <= NAME_LIMIT
                ? displayName
                : displayName.substring(0, displayName.offsetByCodePoints(0, NAME_LIMIT));
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, name)
                .addRDN(BCStyle.CN, name)
                .build();
    }

    private static BigInteger serial() {
        return new BigInteger(127, new SecureRandom()).setBit(120);
    }

    /** The certificates of a chain, one after the other in DER, in their order. */
    static List<X509Certificate> parse(byte[] der) {
        try {
            var factory = CertificateFactory.getInstance("X.509");
            return factory.generateCertificates(new ByteArrayInputStream(der)).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new IllegalStateException("a stored certificate does not parse", e);
        }
    }

    /** What {@link #parse} reads. */
    static byte[] encode(List<X509Certificate> chain) {
        var all = new ByteArrayOutputStream();
        chain.forEach(certificate -> all.writeBytes(der(certificate)));
        return all.toByteArray();
    }

    /** As {@code x5c} has it (RFC 7517 section 4.7). */
    static String base64(X509Certificate certificate) {
        return Base64.getEncoder().encodeToString(der(certificate));
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was parsed does not encode", e);
        }
    }
}
