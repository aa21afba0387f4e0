package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.switchboard.kernel.Slug;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sign-in of the other journeys, at a provider that somebody else wrote: {@code ./mvnw -Pkeycloak}. */
@Tag("keycloak")
class KeycloakJourney extends Journey {

    private static final String SETUP = "/initech/setup";

    private KeycloakRealm realm;
    private Keycloak keycloak;

    @BeforeEach
    void startKeycloak() {
        realm = KeycloakRealm.of(new Slug("initech"), at(""), "ian");
        keycloak = Keycloak.start(realm);
    }

    @AfterEach
    void endKeycloak() {
        keycloak.close();
    }

    @Test
    void takesATenantToItsOwnKeycloakAndSignsItsPeopleInAndOutThere() {
        signIn(page(), "initech", "ian");
        open(page(), "/initech/settings/identity-provider");
        connects();
        tests();
        activates();
        signOut(page());
        page().waitForURL(at("/welcome"));
        comesInWhileKeycloakStillKnowsIan();
        isAskedAgainAfterSigningOut();
    }

    private void connects() {
        page().getByLabel("Issuer").fill(keycloak.issuer());
        page().getByLabel("Client id").fill(KeycloakRealm.CLIENT);
        page().getByLabel("Client secret").fill(realm.secret());
        button("Look it up").click();
        assertThat(page().getByText(keycloak.issuer() + "/protocol/openid-connect/logout"))
                .isVisible();
        checkpoint(page(), "found");
        button("Connect").click();
        assertThat(page().getByText("not tested")).isVisible();
    }

    private void tests() {
        link("Start the test login").click();
        giveKeycloakCredentials();
        assertThat(page().getByText("test passed")).isVisible();
        checkpoint(page(), "test-passed");
    }

    private void activates() {
        button("Activate").click();
        assertThat(page().getByText("nobody came through it yet")).isVisible();
        checkpoint(page(), "activated");
    }

    /** The test login began a session at Keycloak, and the sign-out was the platform's provider's: Keycloak lets Ian through without a question. */
    private void comesInWhileKeycloakStillKnowsIan() {
        page().navigate(at("/initech"));
        seesTheFirstStepDone();
        checkpoint(page(), "signed-in");
    }

    /** Only RP-initiated logout explains that Keycloak, which asked nothing a moment ago, asks now. */
    private void isAskedAgainAfterSigningOut() {
        signOut(page());
        page().waitForURL(at("/welcome"));
        page().navigate(at("/initech"));
        giveKeycloakCredentials();
        seesTheFirstStepDone();
    }

    private void seesTheFirstStepDone() {
        page().waitForURL(at(SETUP));
        assertThat(page().getByText("1 of 6 done")).isVisible();
        assertThat(page().locator(".setup-step")
                        .filter(new Locator.FilterOptions().setHasText("Connect your identity provider"))
                        .getByText("by Ian Petrov"))
                .isVisible();
    }

    /** Fills the form of Keycloak's own login page, which has to be there. */
    private void giveKeycloakCredentials() {
        assertThat(page()).hasURL(Pattern.compile(Pattern.quote(keycloak.issuer()) + "/.*"));
        page().getByLabel("Username or email").fill(realm.user());
        page().getByLabel("Password", new GetByLabelOptions().setExact(true)).fill(realm.password());
        page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign In"))
                .click();
    }

    private Locator button(String name) {
        return page().getByRole(
                        AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator link(String name) {
        return page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }
}
