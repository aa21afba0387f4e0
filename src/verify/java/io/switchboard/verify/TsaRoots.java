package io.switchboard.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;

/** The timestamping authorities' certificates that the reader pins. Paths to them are judged as of the time stamped; offline, nothing is known of revocation. */
record TsaRoots(List<X509CertificateHolder> pinned) {

    static TsaRoots of(byte[] pem) throws Refused {
        return new TsaRoots(Certificates.pem(pem));
    }

    /** Whether the token's certificate is one of the pinned, or a path leads from it to one. */
    boolean trust(TimeToken token) {
        if (pinned.contains(token.signer())) {
            return true; // valid when it signed, or the token would not hold
        }
        try {
            CertPathBuilder.getInstance("PKIX").build(parameters(token));
            return true;
        } catch (GeneralSecurityException | IOException e) {
            return false; // no path, or a certificate that the JDK does not take
        }
    }

    private PKIXBuilderParameters parameters(TimeToken token) throws GeneralSecurityException, IOException {
        Set<TrustAnchor> anchors = new HashSet<>();
        for (X509Certificate root : parse(pinned)) {
            anchors.add(new TrustAnchor(root, null));
        }
        var target = new X509CertSelector();
        target.setCertificate(parse(List.of(token.signer())).getFirst());
        var parameters = new PKIXBuilderParameters(anchors, target);
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(parse(token.certificates()))));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(token.time()));
        return parameters;
    }

    private static List<X509Certificate> parse(List<X509CertificateHolder> holders)
            throws GeneralSecurityException, IOException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        var certificates = new ArrayList<X509Certificate>();
        for (X509CertificateHolder holder : holders) {
            certificates.add(
                    (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(holder.getEncoded())));
        }
        return certificates;
    }
}
