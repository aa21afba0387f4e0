package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class TrustJourney extends Journey {

    @Test
    void anEvaluatorSeesWhatIsProvenAndTakesTheDocumentsAlong() throws IOException {
        signIn(page(), "acme", "eve");
        open(page(), "/acme/trust");
        assertThat(page().getByText("Every governed action was decided by policy"))
                .isVisible();
        checkpoint(page(), "before-anything-happened");
        assertThat(bytes(press("Posture one-pager"))).startsWith("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        assertThat(bytes(press("Evidence bundle"))).startsWith("PK".getBytes(StandardCharsets.US_ASCII));
        page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Check again"))
                .click();
        assertThat(page().getByText("cite a recorded decision that says the same"))
                .isVisible();
        checkpoint(page(), "issued");
        page().getByText("Run the verifier, offline").scrollIntoViewIfNeeded();
        checkpoint(page(), "check-it-yourself");
    }

    @Test
    void anOperatorIsToldWhoMayTakeThemAlong() {
        signIn(page(), "acme", "otto");
        open(page(), "/acme/trust");
        button("Posture one-pager").click();
        assertThat(page().getByRole(AriaRole.ALERT)).containsText("Not allowed: issue the posture one-pager");
        assertThat(page().getByRole(AriaRole.ALERT)).containsText("A partner-admin or an evaluator can do this");
        checkpoint(page(), "refused");
    }

    private Locator button(String name) {
        return page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    private Download press(String name) {
        return page().waitForDownload(
                        new Page.WaitForDownloadOptions(), () -> button(name).click());
    }

    private static byte[] bytes(Download download) throws IOException {
        return Files.readAllBytes(download.path());
    }
}
