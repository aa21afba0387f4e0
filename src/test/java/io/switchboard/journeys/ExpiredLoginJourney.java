package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A login that ends in the middle of an import: after the next sign-in the import's page is as it was left. */
class ExpiredLoginJourney extends Journey {

    private static final String FILE =
            "Login;First name;Nickname;Roles\nlate.one;Una;Ines;\nlate.two;Due;Zwei;partner-admin\n";

    @Test
    void keepsTheMappingAndTheTicksOfSomebodyWhoseLoginEnded() {
        signIn(page(), "globex", "grace");
        open(page(), "/globex/imports/new");
        upload();
        givenNamesAreIn("Nickname");
        var address = page().url();
        loginEnds();
        comeBack(address);
        assertThat(fieldOf("Nickname")).containsText("given_name");
        button("Dry run").click();
        assertThat(button("Commit 1 change")).isVisible();
        page().getByRole(AriaRole.RADIO, new GetByRoleOptions().setName("held")).check();
        tick("late.two");
        assertThat(button("Commit 2 changes")).isVisible();
        loginEnds();
        comeBack(address);
        assertThat(button("Commit 2 changes")).isVisible();
        checkpoint(page(), "back-at-the-plan");
    }

    private void upload() {
        page().locator("input[type=file]")
                .setInputFiles(new FilePayload("late.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        assertThat(button("Dry run")).isVisible();
    }

    private void givenNamesAreIn(String column) {
        fieldOf(column).click();
        select(column)
                .locator("vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText("given_name"))
                .click();
        assertThat(fieldOf("First name")).containsText("ignored");
    }

    private Locator fieldOf(String column) {
        return select(column).locator("vaadin-select-value-button");
    }

    private Locator select(String column) {
        return page().locator("tr")
                .filter(new Locator.FilterOptions().setHasText(column))
                .locator("vaadin-select");
    }

    /** Until the filter has been answered the grid shows the rows from before it, and hides them then. */
    private void tick(String key) {
        Settled.await(page());
        page().getByLabel("Include " + key + ", which raises privileges")
                .locator("visible=true")
                .click();
    }

    private void loginEnds() {
        page().context().clearCookies();
    }

    /** What the person does who finds the page dead: opens its address again and signs in. */
    private void comeBack(String address) {
        page().navigate(address);
        giveCredentials(page(), "grace");
        page().waitForURL(address);
        Settled.await(page());
    }

    private Locator button(String name) {
        return page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}
