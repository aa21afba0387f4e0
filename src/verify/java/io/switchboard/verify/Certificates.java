package io.switchboard.verify;

import io.switchboard.verify.json.JsonValue;
import io.switchboard.verify.json.JsonValue.JsonText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;

/** X.509 certificates: that they parse. What they certify is for a PDF reader to judge. */
final class Certificates {

    private Certificates() {}

    /** The certificates of a PEM file; refused if it has none, or anything else. */
    static List<X509CertificateHolder> pem(byte[] bytes) throws Refused {
        var in = new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.US_ASCII);
        try (var pem = new PEMParser(in)) {
            var certificates = new ArrayList<X509CertificateHolder>();
            for (Object next = pem.readObject(); next != null; next = pem.readObject()) {
                certificates.add(requireCertificate(next));
            }
            requireSome(certificates.size());
            return certificates;
        } catch (IOException | RuntimeException e) {
            throw new Refused("a certificate does not parse", e);
        }
    }

    /** Refuses a key without {@code x5c} (RFC 7517 §4.7: standard base64 of DER). */
    static void requireChain(Members jwk) throws Refused {
        List<JsonValue> chain = jwk.array("x5c");
        requireSome(chain.size());
        for (JsonValue certificate : chain) {
            requireDer(certificate instanceof JsonText(var text) ? text : "");
        }
    }

    private static void requireDer(String base64) throws Refused {
        byte[] der = StrictBase64.either(base64);
        try {
            requireCertificate(new X509CertificateHolder(der));
        } catch (IOException | RuntimeException e) {
            throw new Refused("a certificate does not parse", e);
        }
    }

    private static X509CertificateHolder requireCertificate(Object object) throws Refused {
        if (object instanceof X509CertificateHolder certificate) {
            return certificate;
        }
        throw new Refused("something that is not a certificate is among the certificates");
    }

    private static void requireSome(int count) throws Refused {
        if (count == 0) {
            throw new Refused("there is no certificate");
        }
    }
}
