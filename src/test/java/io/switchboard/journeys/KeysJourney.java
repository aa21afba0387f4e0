package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.switchboard.platform.signing.TestKeyFiles;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A tenant's keys: rehearsed, rotated, retired, and seen by somebody who may not. */
class KeysJourney extends Journey {

    @Test
    void anAdminRehearsesRotatesAndRetires() {
        signIn(page(), "acme", "ada");
        open(page(), "/acme/settings/keys");
        checkpoint(page(), "keys");
        button("Rotate…").click();
        assertThat(page().getByText("A new key signs receipts and evidence bundles from now on"))
                .isVisible();
        checkpoint(page(), "what-a-rotation-does");
        button("Rotate", true).click();
        assertThat(page().getByText("The new key signs from now on.")).isVisible();
        checkpoint(page(), "rotated");
        button("Rehearse a rotation").click();
        assertThat(page().getByText("Rotation rehearsed, nothing changed")).isVisible();
        page().locator("[aria-label^='Retire key']").first().click();
        checkpoint(page(), "what-retiring-does");
        button("Retire", true).click();
        assertThat(page().getByText("The key is retired: its window ends within a minute."))
                .isVisible();
    }

    @Test
    void anAdminBringsAKey() {
        signIn(page(), "initech", "ian");
        open(page(), "/initech/settings/keys");
        bring("not-a-key.txt", "hello".getBytes(StandardCharsets.UTF_8));
        assertThat(page().locator(".refusal")).containsText("The file is no private key");
        bring("receipts.jwk", TestKeyFiles.newReceiptKey().bytes());
        assertThat(page().getByText("Your key signs from now on.")).isVisible();
        assertThat(page().getByText("brought by the tenant")).isVisible();
        checkpoint(page(), "brought");
    }

    private void bring(String name, byte[] bytes) {
        button("Bring your own key…").click();
        page().locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
        assertThat(button("Bring it")).isEnabled();
        button("Bring it").click();
    }

    @Test
    void anOperatorLooksOnly() {
        signIn(page(), "acme", "otto");
        open(page(), "/acme/settings/keys");
        assertThat(button("Rotate…")).hasCount(0);
        checkpoint(page(), "looking-only");
    }

    private Locator button(String name) {
        return button(name, false);
    }

    private Locator button(String name, boolean exact) {
        return page().getByRole(
                        AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(exact));
    }
}
