package io.switchboard.verify;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.GenTimeAccuracy;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/**
 * An RFC 3161 time-stamp response whose token is over the given bytes and signed by the certificate it names, which is one for timestamping. Whether anybody
 * trusts that certificate is {@link TsaRoots}' question.
 */
record TimeToken(Instant time, Instant by, X509CertificateHolder signer, List<X509CertificateHolder> certificates) {

    /** Digests that are still collision resistant, by object identifier. */
    private static final Map<String, String> DIGESTS = Map.of(
            NISTObjectIdentifiers.id_sha256.getId(), "SHA-256",
            NISTObjectIdentifiers.id_sha384.getId(), "SHA-384",
            NISTObjectIdentifiers.id_sha512.getId(), "SHA-512");

    /** Refuses what is not a granted token over {@code stamped}. {@code others} are certificates that the token may leave out. */
    static TimeToken of(byte[] der, byte[] stamped, List<X509CertificateHolder> others) throws Refused {
        try {
            return of(token(der), stamped, others);
        } catch (TSPException | IOException | OperatorCreationException | RuntimeException | StackOverflowError e) {
            throw new Refused("the time token is malformed or not signed as it says: " + e.getMessage(), e);
        }
    }

    private static TimeStampToken token(byte[] der) throws IOException, TSPException, Refused {
        var response = new TimeStampResponse(ASN1Primitive.fromByteArray(der).getEncoded());
        boolean granted =
                response.getStatus() == PKIStatus.GRANTED || response.getStatus() == PKIStatus.GRANTED_WITH_MODS;
        TimeStampToken token = response.getTimeStampToken();
        if (!granted || token == null) {
            throw new Refused("the authority granted no token, its status is " + response.getStatus());
        }
        return token;
    }

    private static TimeToken of(TimeStampToken token, byte[] stamped, List<X509CertificateHolder> others)
            throws Refused, TSPException, OperatorCreationException {
        TimeStampTokenInfo info = token.getTimeStampInfo();
        requireImprint(info, stamped);
        List<X509CertificateHolder> all = Stream.concat(
                        token.getCertificates().getMatches(null).stream(), others.stream())
                .toList();
        X509CertificateHolder signer = signer(token, all);
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        } catch (CertificateException e) {
            throw new Refused("the time token's certificate does not parse", e);
        }
        Instant time = info.getGenTime().toInstant();
        return new TimeToken(time, time.plus(accuracy(info.getGenTimeAccuracy())), signer, all);
    }

    private static void requireImprint(TimeStampTokenInfo info, byte[] stamped) throws Refused {
        MessageDigest digest = digest(info.getMessageImprintAlgOID().getId());
        if (!MessageDigest.isEqual(digest.digest(stamped), info.getMessageImprintDigest())) {
            throw new Refused("the time token is over other bytes than the checkpoint beside it");
        }
    }

    private static MessageDigest digest(String oid) throws Refused {
        String name = DIGESTS.get(oid);
        if (name == null) {
            throw new Refused("the time token uses a digest other than SHA-256, SHA-384 and SHA-512: " + oid);
        }
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }

    private static X509CertificateHolder signer(TimeStampToken token, List<X509CertificateHolder> certificates)
            throws Refused {
        for (SignerInformation signer : token.toCMSSignedData().getSignerInfos()) {
            digest(signer.getDigestAlgOID());
        }
        for (X509CertificateHolder certificate : certificates) {
            if (token.getSID().match(certificate)) {
                return certificate;
            }
        }
        throw new Refused("the certificate that signed the time token is not there");
    }

    private static Duration accuracy(GenTimeAccuracy accuracy) {
        return accuracy == null
                ? Duration.ZERO
                : Duration.ofSeconds(accuracy.getSeconds())
                        .plusMillis(accuracy.getMillis())
                        .plusNanos(accuracy.getMicros() * 1000L);
    }

    /** Whom the certificate names. */
    String authority() {
        return signer.getSubject().toString();
    }
}
