package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInJourney extends Journey {

    @Test
    void tellsAnybodyHowToGetIn() {
        open(page(), "/welcome");
        assertThat(page().getByText("Open your tenant's own address to sign in"))
                .isVisible();
        checkpoint(page(), "welcome");
    }

    @Test
    void doesNotKnowATenantThatNobodyRegistered() {
        openMissing(page(), "/nobody");
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
        page().getByText("Sign out").click();
        page().waitForURL(at("/welcome"));
        checkpoint(page(), "signed-out");
        page().navigate(at("/globex"));
        assertThat(page().getByLabel("Password")).isVisible();
    }
}
