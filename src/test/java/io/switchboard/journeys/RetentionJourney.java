package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.feedback.FeedbackDesk;
import io.switchboard.operations.feedback.Impact;
import io.switchboard.operations.feedback.NewFeedback;
import io.switchboard.operations.feedback.Submission;
import io.switchboard.operations.feedback.TestPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetentionJourney extends Journey {

    @Test
    void aPartnerAdminPurgesWhatIsOldTakesTheManifestAlongAndEveryPageSaysSo() throws IOException {
        var caller = TenantThings.caller(portal(), "acme", "ada");
        var said = old(caller);
        signIn(page(), "acme", "ada");
        open(page(), "/acme/retention");
        checkpoint(page(), "due");
        button("Purge them now").click();
        assertThat(page().getByText("The portal cannot bring them back")).isVisible();
        checkpoint(page(), "dialog");
        page().getByRole(
                        AriaRole.BUTTON, new GetByRoleOptions().setName("Purge").setExact(true))
                .click();
        assertThat(page().getByText("Done: purge what is older than it is kept"))
                .isVisible();
        checkpoint(page(), "purged");
        var manifest = page().waitForDownload(
                        new Page.WaitForDownloadOptions(),
                        () -> page().getByText("Manifest", new Page.GetByTextOptions().setExact(true))
                                .first()
                                .click());
        assertThat(Files.readString(manifest.path())).contains("purge-manifest+json");

        open(page(), "/acme/feedback/" + said.id());
        assertThat(page().getByText("Purged on")).isVisible();
        checkpoint(page(), "feedback");
        open(page(), "/acme/receipts/" + said.receipt().orElseThrow());
        assertThat(page().getByText("the receipt still proves that they were there"))
                .isVisible();
        checkpoint(page(), "receipt");
        page().locator("a[href*='retention/pur_']").first().click();
        assertThat(page().getByText("Check it yourself")).isVisible();
        checkpoint(page(), "purge");
    }

    @Test
    void aLegalHoldStandsOnThePageUntilItIsLifted() {
        signIn(page(), "acme", "ada");
        open(page(), "/acme/retention");
        page().getByLabel("Why records have to stay").fill("A court asks.");
        button("Place a hold").click();
        assertThat(page().getByText("A legal hold stands: nothing is purged.")).isVisible();
        checkpoint(page(), "held");
        page().getByLabel("Why it is lifted").fill("It is over.");
        button("Lift the hold").click();
        assertThat(page().getByText("Done: lift the legal hold")).isVisible();
    }

    private Submission old(Caller caller) {
        var desk = portal().bean(FeedbackDesk.class);
        var hurt = new NewFeedback("It hurt long ago.", Impact.IDEA, Map.of(), Optional.of(TestPictures.png(40, 30)));
        var said = ((Enforced.Done<Submission>) desk.submit(caller, hurt)).value();
        var jdbc = portal().bean(JdbcClient.class);
        jdbc.sql("UPDATE feedback SET submitted_at = '2015-01-01' WHERE feedback_id = ?")
                .param(said.id().value())
                .update();
        var receipts = portal().bean(ReceiptQuery.class)
                .list(caller.tenant(), ReceiptFilter.allowed(FeedbackDesk.SUBMIT), Optional.empty(), 1);
        jdbc.sql("UPDATE receipt_disclosure SET recorded_at = '2015-01-01' WHERE receipt_id = ?")
                .param(receipts.items().getFirst().receipt().id().value())
                .update();
        return desk.find(caller, said.id()).orElseThrow();
    }

    private Locator button(String name) {
        return page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}
