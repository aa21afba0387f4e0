package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The ways into a tenant, into a second one, and back in. */
class SetupJourney extends Journey {

    @Test
    void letsOnlyAPartnerAdminComeBackInThroughThePlatformsProvider() {
        page().navigate(at("/initech/recover"));
        giveCredentials(page(), "ian");
        page().waitForURL(at("/initech/setup"));
        var otto = newPerson();
        otto.navigate(at("/acme/recover"));
        giveCredentials(otto, "otto");
        otto.waitForURL(url -> url.startsWith(at("/welcome")));
        checkpoint(otto, "no-way-back-in");
        var ada = newPerson();
        signIn(ada, "acme", "ada");
        open(ada, "/acme/receipts?action=administration.use-recovery-login");
        assertThat(ada.locator(".state-tag-danger").first()).isVisible();
    }

    @Test
    void startsNoLoginWhereNoRouteLeads() {
        openMissing(page(), "/oauth2/authorization/nobody");
        openMissing(page(), "/oauth2/authorization/initech~candidate");
        openMissing(page(), "/nobody/recover");
    }

    @Test
    void leadsOnToThePageThatWasAskedFor() {
        page().navigate(at("/initech/settings"));
        giveCredentials(page(), "ian");
        page().waitForURL(at("/initech/settings"));
        assertThat(page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("Initech");
    }

    @Test
    void signsAPersonInToASecondTenantAndKeepsTheFirst() {
        signIn(page(), "acme", "mia");
        openMissing(page(), "/globex/receipts");
        link("Sign in to globex").click();
        page().waitForURL(url -> url.startsWith(at("/globex/")));
        open(page(), "/acme/receipts");
        assertThat(page().getByText("Mia Tanaka").first()).isVisible();
        signOut(page());
        page().waitForURL(at("/welcome"));
        page().navigate(at("/globex/receipts"));
        assertThat(page().getByLabel("Password")).isVisible();
    }

    @Test
    void leavesAReceiptOfAStrangerInTheTenantsLog() {
        page().navigate(at("/initech"));
        giveCredentials(page(), "stranger");
        page().waitForURL(url -> url.startsWith(at("/welcome")));
        var ian = newPerson();
        signIn(ian, "initech", "ian");
        open(ian, "/initech/receipts?action=administration.refuse-login");
        assertThat(ian.locator(".state-tag-danger").first()).isVisible();
        checkpoint(ian, "stranger-receipt");
    }

    private Locator link(String name) {
        return page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }
}
