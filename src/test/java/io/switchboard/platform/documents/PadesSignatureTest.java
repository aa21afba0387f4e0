package io.switchboard.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.switchboard.control.receipts.anchoring.TestAuthority;
import io.switchboard.control.receipts.anchoring.TestTimestamps;
import io.switchboard.kernel.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PadesSignatureTest {

    private static final DocumentRenderer RENDERER = new DocumentRenderer();

    @Test
    void addsTheSignatureAfterTheUnsignedBytes() throws Exception {
        var request = Samples.onePager(Samples.claims(3));
        byte[] unsigned = RENDERER.render(request).pdf();
        byte[] signed = RENDERER.render(request, new TestSigner()).pdf();
        assertThat(Arrays.copyOf(signed, unsigned.length)).isEqualTo(unsigned);
    }

    @Test
    void isADetachedCadesSignatureOverAllOfTheFile() throws Exception {
        byte[] pdf = RENDERER.render(Samples.onePager(Samples.claims(3)), new TestSigner())
                .pdf();
        PDSignature signature = signature(pdf);
        assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
        assertThat(signature.getSignDate().toInstant()).isEqualTo(Samples.AS_OF);
        int[] range = signature.getByteRange();
        assertThat(range[0]).isZero();
        assertThat(range[2] + range[3]).isEqualTo(pdf.length);
    }

    @Test
    void verifiesAndNamesItsCertificateButNoTime() throws Exception {
        var signer = new TestSigner();
        byte[] pdf =
                RENDERER.render(Samples.onePager(Samples.claims(3)), signer).pdf();
        SignerInformation info = signerInfo(pdf, signature(pdf).getSignedContent(pdf));
        assertThat(info.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .build(signer.chain().getFirst())))
                .isTrue();
        assertThat(info.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2))
                .isNotNull();
        assertThat(info.getSignedAttributes().get(CMSAttributes.signingTime)).isNull();
    }

    @Test
    void doesNotVerifyOverAlteredContent() throws Exception {
        var signer = new TestSigner();
        byte[] pdf =
                RENDERER.render(Samples.onePager(Samples.claims(3)), signer).pdf();
        byte[] content = signature(pdf).getSignedContent(pdf);
        content[content.length / 2] ^= 1;
        SignerInformation info = signerInfo(pdf, content);
        var verifier =
                new JcaSimpleSignerInfoVerifierBuilder().build(signer.chain().getFirst());
        assertThat(verifies(info, verifier)).isFalse();
    }

    @Test
    void isOfLevelBTWhereSomebodyAttestsItsTimeAndStaysValid(@TempDir Path folder) throws Exception {
        var clock = Clock.systemUTC();
        try (var authority = new TestAuthority(clock)) {
            byte[] pdf = new DocumentRenderer(TestTimestamps.by(authority, clock))
                    .render(Samples.onePager(Samples.claims(3)), new TestSigner())
                    .pdf();
            var info = signerInfo(pdf, signature(pdf).getSignedContent(pdf));
            var token = new TimeStampToken(ContentInfo.getInstance(info.getUnsignedAttributes()
                    .get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
                    .getAttributeValues()[0]));
            assertThat(token.getTimeStampInfo().getMessageImprintDigest())
                    .isEqualTo(Sha256.of(info.getSignature()).bytes());
            var file = folder.resolve("stamped.pdf");
            Files.write(file, pdf);
            assertThat(output("pdfsig", "-nocert", file.toString())).contains("Signature is Valid");
            assertThat(VeraPdf.faults(pdf, "3a")).isEmpty();
            assertThat(VeraPdf.faults(pdf, "ua1")).isEmpty();
        }
    }

    @Test
    void withoutATokenItHasNoUnsignedAttribute() throws Exception {
        byte[] pdf = RENDERER.render(Samples.onePager(Samples.claims(3)), new TestSigner())
                .pdf();
        assertThat(signerInfo(pdf, signature(pdf).getSignedContent(pdf)).getUnsignedAttributes())
                .isNull();
    }

    @Test
    void aTokenThatWouldNotFitIsLeftOut() throws Exception {
        byte[] pdf = new DocumentRenderer((SignatureTimestamps) _ -> Optional.of(new byte[11 * 1024]))
                .render(Samples.onePager(Samples.claims(3)), new TestSigner())
                .pdf();
        assertThat(signerInfo(pdf, signature(pdf).getSignedContent(pdf)).getUnsignedAttributes())
                .isNull();
    }

    @Test
    void isValidToPdfsig(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("signed.pdf");
        Files.write(
                file,
                RENDERER.render(Samples.onePager(Samples.claims(3)), new TestSigner())
                        .pdf());
        assertThat(output("pdfsig", "-nocert", file.toString()))
                .contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached");
    }

    @Test
    void showsItsTwinToPdfdetach(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("signed.pdf");
        Files.write(
                file,
                RENDERER.render(Samples.onePager(Samples.claims(3)), new TestSigner())
                        .pdf());
        assertThat(output("pdfdetach", "-list", file.toString())).contains("1: posture-one-pager.json");
    }

    private static boolean verifies(SignerInformation info, SignerInformationVerifier verifier) {
        try {
            return info.verify(verifier);
        } catch (CMSException e) {
            return false;
        }
    }

    private static SignerInformation signerInfo(byte[] pdf, byte[] content) throws Exception {
        // The place reserved for a signature is larger than the signature: zeros follow it.
        var contents = new ASN1InputStream(signature(pdf).getContents(pdf)).readObject();
        var cms = new CMSSignedData(new CMSProcessableByteArray(content), ContentInfo.getInstance(contents));
        return cms.getSignerInfos().getSigners().iterator().next();
    }

    private static PDSignature signature(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getSignatureDictionaries().getFirst();
        }
    }

    private static String output(String... command) throws IOException {
        boolean installed = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0])));
        assumeTrue(installed, command[0] + " of poppler-utils is not installed, so its opinion is not asked");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
