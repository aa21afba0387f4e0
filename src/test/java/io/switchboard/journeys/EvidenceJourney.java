package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.switchboard.verify.OfflineVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceJourney extends Journey {

    @TempDir
    Path folder;

    @Test
    void bringsABundleHomeThatAStrangerVerifiesOffline() throws IOException {
        signIn(page(), "acme", "eve");
        open(page(), "/acme/trust");
        checkpoint(page(), "trust");
        download(); // leaves the receipt that the next one contains
        var bundle = download();
        checkpoint(page(), "exported");
        var root = page().request().get(at("/.well-known/switchboard-root.jwk")).body();

        var accepted = OfflineVerifier.run(folder, bundle, root);
        assertThat(accepted.exit()).as(accepted.output()).isZero();
        assertThat(accepted.output()).contains("valid: included").doesNotContain(" 0 receipts");

        bundle[bundle.length / 2] ^= 1;
        var refused = OfflineVerifier.run(folder, bundle, root);
        assertThat(refused.exit()).as(refused.output()).isEqualTo(1);
    }

    @Test
    void showsTheReceiptThatTheExportLeft() throws IOException {
        signIn(page(), "acme", "ada");
        open(page(), "/acme/trust");
        download();
        open(page(), "/acme/receipts");
        assertThat(page().getByText("receipts.export-evidence").first()).isVisible();
        checkpoint(page(), "receipts");
        page().locator("a.receipt-badge").first().click();
        page().waitForURL(url -> url.contains("/acme/receipts/"));
        checkpoint(page(), "receipt");
        page().getByText("15 minutes before and after").click();
        page().waitForURL(url -> url.contains("/acme/timeline?"));
        assertThat(page().getByText("receipts.export-evidence").first()).isVisible();
        checkpoint(page(), "timeline");
    }

    private byte[] download() throws IOException {
        var button = page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Evidence bundle"));
        return Files.readAllBytes(page().waitForDownload(button::click).path());
    }
}
