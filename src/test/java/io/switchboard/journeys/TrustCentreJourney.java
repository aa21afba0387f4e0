package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.switchboard.insight.trustcentre.CentreSettings;
import io.switchboard.insight.trustcentre.TrustCentre;
import io.switchboard.insight.trustcentre.TrustDocument;
import io.switchboard.kernel.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;

/** A stranger comes to a document of a tenant, takes it along with a signature that holds, and is turned away once the grant is revoked. */
class TrustCentreJourney extends Journey {

    @Test
    void aStrangerAsksIsApprovedAcceptsDownloadsAndIsRevoked() throws Exception {
        opened();
        var stranger = newPerson();
        open(stranger, "/trust/acme");
        assertThat(stranger.getByText("We show what we can prove.")).isVisible();
        checkpoint(stranger, "public");
        button(stranger, "Request access").click();
        assertThat(stranger.getByRole(AriaRole.ALERT)).isVisible();
        pardon("/trust/acme", 422);
        checkpoint(stranger, "public-problems");
        ask(stranger);
        assertThat(stranger.getByText("Keep this address.")).isVisible();
        checkpoint(stranger, "waiting");

        signIn(page(), "acme", "nina");
        open(page(), "/acme/trust-centre");
        page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Buyer of " + hashCode()))
                .click();
        assertThat(page().getByText("To judge how you delete.")).isVisible();
        checkpoint(page(), "to-decide");
        decide();
        checkpoint(page(), "decided");

        stranger.reload();
        checkpoint(stranger, "terms");
        stranger.getByLabel("I have read the terms and accept them.").check();
        stranger.getByLabel("Your name, as your signature").fill("Jo Quill");
        button(stranger, "Accept the terms").click();
        assertThat(stranger.getByText("Not before the contract.")).isVisible();
        var pdf = downloaded(stranger);
        stranger.reload();
        assertThat(stranger.getByText(Sha256.of(pdf).hex())).isVisible();
        assertThat(isSigned(pdf)).as("the signature of what was downloaded").isTrue();
        checkpoint(stranger, "open");

        assertThat(page().getByText("posture-one-pager.pdf")).isVisible();
        button(page(), "Revoke the grant").click();
        assertThat(page().getByText("Done: revoke the grant")).isVisible();
        checkpoint(page(), "revoked");
        button(stranger, "Download the posture one-pager").click();
        assertThat(stranger.getByRole(AriaRole.ALERT)).containsText("The grant is revoked.");
        pardon("/trust/acme", 409);
        open(stranger, stranger.url().replaceFirst(".*/trust/", "/trust/").replaceFirst("/documents/.*", ""));
        assertThat(stranger.getByText("Revoked")).isVisible();
        checkpoint(stranger, "ended");
    }

    @Test
    void aTrustCentreThatIsClosedIsNotThereAndItsOwnersAreToldHowToOpenIt() {
        openMissing(page(), "/trust/nobody-here");
        assertThat(page().getByText("There is nothing at this address")).isVisible();
        signIn(page(), "globex", "grace");
        open(page(), "/globex/trust-centre");
        checkpoint(page(), "settings");
    }

    private void opened() {
        var ada = TenantThings.caller(portal(), "acme", "ada");
        var centre = portal().bean(TrustCentre.class);
        var draft = new CentreSettings.Draft(
                true,
                "We show what we can prove.",
                Set.of(TrustDocument.POSTURE_PACK, TrustDocument.POSTURE_ONE_PAGER, TrustDocument.TRUST_REPORT),
                "1. Keep what you see here to yourself.\n2. Do not publish it.\n3. Delete it once you have judged.");
        centre.configure(ada, draft, centre.settings(ada).version());
    }

    private void ask(Page stranger) {
        stranger.getByLabel("Your name").fill("Jo Quill");
        stranger.getByLabel("Work e-mail").fill("jo@buyer.example");
        stranger.locator("#company").fill("Buyer of " + hashCode());
        stranger.getByLabel("What do you want to judge?").fill("To judge how you delete.");
        stranger.getByLabel("Posture pack").check();
        stranger.getByLabel("Posture one-pager").check();
        stranger.getByLabel("as a watermark").check();
        button(stranger, "Request access").click();
    }

    private void decide() {
        group("Posture pack").getByLabel("Refuse").check();
        page().getByLabel("Reason about the Posture pack").fill("Not before the contract.");
        group("Posture one-pager").getByLabel("Approve").check();
        button(page(), "Decide").click();
        assertThat(page().getByText("Done: decide about the request.")).isVisible();
        assertThat(button(page(), "Revoke the grant")).isVisible();
    }

    private Locator group(String document) {
        return page().getByRole(AriaRole.RADIOGROUP, new GetByRoleOptions().setName(document));
    }

    private static byte[] downloaded(Page stranger) throws IOException {
        var download = stranger.waitForDownload(
                () -> button(stranger, "Download the posture one-pager").click());
        assertThat(download.suggestedFilename()).isEqualTo("posture-one-pager.pdf");
        return Files.readAllBytes(download.path());
    }

    /** The signature covers the whole file and is made with the key of the certificate that comes with it. */
    private static boolean isSigned(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var signature = document.getSignatureDictionaries().getFirst();
            // The place reserved for a signature is larger than the signature: zeros follow it.
            var contents = ContentInfo.getInstance(new ASN1InputStream(signature.getContents(pdf)).readObject());
            var cms = new CMSSignedData(new CMSProcessableByteArray(signature.getSignedContent(pdf)), contents);
            var signer = cms.getSignerInfos().getSigners().iterator().next();
            var range = signature.getByteRange();
            return range[2] + range[3] == pdf.length
                    && signer.getSignedAttributes().get(CMSAttributes.messageDigest) != null
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate(cms, signer)));
        }
    }

    @SuppressWarnings("unchecked")
    private static X509CertificateHolder certificate(CMSSignedData cms, SignerInformation signer) {
        return (X509CertificateHolder)
                cms.getCertificates().getMatches(signer.getSID()).iterator().next();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}
