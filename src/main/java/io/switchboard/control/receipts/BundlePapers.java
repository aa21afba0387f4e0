package io.switchboard.control.receipts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What comes along for whoever checks a bundle by hand: certificates in PEM, and how to go about it. */
final class BundlePapers {

    private BundlePapers() {}

    static byte[] pem(List<X509Certificate> certificates) {
        var pem = new StringBuilder();
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
        for (X509Certificate certificate : certificates) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(base64.encodeToString(der(certificate)))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return pem.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a stored certificate does not encode", e);
        }
    }

    static byte[] instructions() {
        try (InputStream in = BundlePapers.class.getResourceAsStream("VERIFY.md")) {
            return Optional.ofNullable(in).orElseThrow().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
