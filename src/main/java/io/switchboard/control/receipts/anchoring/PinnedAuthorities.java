package io.switchboard.control.receipts.anchoring;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** The roots under which a time-stamping authority is believed. */
final class PinnedAuthorities {

    private final Set<TrustAnchor> roots;

    PinnedAuthorities(List<X509Certificate> roots) {
        this.roots = roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
    }

    /** Answers the authority's name. */
    String vouchFor(TimeStampToken token) throws TSPException {
        try {
            var certificates = certificates(token);
            var signer = certificates.stream()
                    .filter(token.getSID()::match)
                    .findFirst()
                    .orElseThrow(
                            () -> new AnchoringException("The timestamp does not carry its signer's certificate."));
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            chain(converted(signer), certificates, token);
            return signer.getSubject().toString();
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new AnchoringException(
                    "The timestamp is not signed under a pinned root of SWITCHBOARD_ANCHORING_ROOTS: " + e.getMessage(),
                    e);
        }
    }

    private static List<X509CertificateHolder> certificates(TimeStampToken token) {
        return new ArrayList<>(token.getCertificates().getMatches(null));
    }

    /** At the attested time, and for time stamping only (RFC 3161 section 2.3). */
    private void chain(X509Certificate signer, List<X509CertificateHolder> sent, TimeStampToken token)
            throws GeneralSecurityException, IOException {
        var target = new X509CertSelector();
        target.setCertificate(signer);
        target.setExtendedKeyUsage(Set.of(KeyPurposeId.id_kp_timeStamping.getId()));
        var parameters = new PKIXBuilderParameters(roots, target);
        var all = new ArrayList<X509Certificate>();
        for (X509CertificateHolder certificate : sent) {
            all.add(converted(certificate));
        }
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
        parameters.setDate(token.getTimeStampInfo().getGenTime());
        parameters.setRevocationEnabled(
                false); // the authority's own lists are not always there; a root that is no longer believed is unpinned
        CertPathBuilder.getInstance("PKIX").build(parameters);
    }

    private static X509Certificate converted(X509CertificateHolder certificate) throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(certificate);
    }
}
