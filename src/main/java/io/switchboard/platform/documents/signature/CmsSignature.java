package io.switchboard.platform.documents.signature;

import io.switchboard.kernel.Sha256;
import io.switchboard.platform.documents.DocumentSigner;
import io.switchboard.platform.documents.SignatureTimestamps;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/**
 * A detached CMS signature (RFC 5652) as PAdES wants it: it names its certificate by digest (signing-certificate-v2, RFC 5035)
 * and leaves the time to the PDF's signature dictionary.
 */
final class CmsSignature {

    /** What a token may take of the room that is reserved; a larger one is left out. */
    private static final int LARGEST_TOKEN = 10 * 1024;

    private final DocumentSigner signer;
    private final SignatureTimestamps timestamps;

    CmsSignature(DocumentSigner signer, SignatureTimestamps timestamps) {
        this.signer = signer;
        this.timestamps = timestamps;
    }

    byte[] over(byte[] content) throws IOException {
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signerInfo(signer.chain().getFirst()));
            generator.addCertificates(new JcaCertStore(signer.chain()));
            return timestamped(generator.generate(new CMSProcessableByteArray(content), false))
                    .getEncoded("DER");
        } catch (CMSException | CertificateEncodingException | OperatorCreationException e) {
            throw new IOException("the signer's certificates do not make a CMS signature", e);
        }
    }

    /** The token goes where no signature reaches it: it is over the signature itself (RFC 3161, appendix A). */
    private CMSSignedData timestamped(CMSSignedData signed) throws IOException {
        var only = signed.getSignerInfos().iterator().next();
        var token = timestamps.token(only.getSignature()).filter(der -> der.length <= LARGEST_TOKEN);
        return token.isEmpty() ? signed : with(signed, only, token.get());
    }

    private static CMSSignedData with(CMSSignedData signed, SignerInformation only, byte[] token) throws IOException {
        var attribute = new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(ASN1Primitive.fromByteArray(token)));
        var stamped = SignerInformation.replaceUnsignedAttributes(only, new AttributeTable(attribute));
        return CMSSignedData.replaceSigners(signed, new SignerInformationStore(stamped));
    }

    private SignerInfoGenerator signerInfo(X509Certificate certificate)
            throws CertificateEncodingException, OperatorCreationException {
        return new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                .setSignedAttributeGenerator(signedAttributes(certificate))
                .build(new SignerContent(signer), new JcaX509CertificateHolder(certificate));
    }

    private static CMSAttributeTableGenerator signedAttributes(X509Certificate certificate)
            throws CertificateEncodingException {
        var id = new ESSCertIDv2(Sha256.of(certificate.getEncoded()).bytes());
        var attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {id}))));
        var defaults = new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes));
        return parameters -> defaults.getAttributes(parameters).remove(CMSAttributes.signingTime);
    }
}
