package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class SignInJourney extends Journey {

    @Test
    void asksAtTheDoorForTheTenantAndThenWhoItIs() {
        open(page(), "/welcome");
        checkpoint(page(), "welcome");
        page().getByLabel("Your tenant's short name").fill("globex");
        page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in"))
                .click();
        giveCredentials(page(), "grace");
        page().waitForURL(at("/globex/setup"));
        assertThat(page().getByText("Grace Hopperfield").first()).isVisible();
    }

    @Test
    void doesNotKnowATenantThatNobodyRegistered() {
        openMissing(page(), "/nobody");
        checkpoint(page(), "unknown-tenant");
    }

    @Test
    void leavesAStrangerAtThePoliteDoor() {
        page().navigate(at("/globex"));
        giveCredentials(page(), "stranger");
        assertThat(page().getByText("You signed in, but you are not a member of that tenant."))
                .isVisible();
        checkpoint(page(), "stranger");
    }

    @Test
    void bringsGraceToGlobexAndOutAgain() {
        signIn(page(), "globex", "grace");
        assertThat(page().getByText("Globex").first()).isVisible();
        assertThat(page().getByText("Grace Hopperfield").first()).isVisible();
        checkpoint(page(), "globex");
        signOut(page());
        page().waitForURL(at("/welcome"));
        checkpoint(page(), "signed-out");
        page().navigate(at("/globex"));
        assertThat(page().getByLabel("Password")).isVisible();
    }

    @Test
    void showsNothingOfATenantThatGraceIsNoMemberOf() {
        signIn(page(), "globex", "grace");
        openMissing(page(), "/acme/receipts");
        assertThat(page().locator("body")).not().containsText("Acme");
        checkpoint(page(), "not-a-member");
    }
}
