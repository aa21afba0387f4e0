package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.OidcConnections;
import io.switchboard.platform.tenancy.Tenants;
import org.junit.jupiter.api.Test;

/** A new tenant's first hour: its own provider, its settings, and the ways in and back in. */
class SetupJourney extends Journey {

    @Test
    void bringsANewTenantFromItsOwnProviderToItsSettings() {
        signIn(page(), "globex", "grace");
        page().waitForURL(at("/globex/setup"));
        assertThat(page().getByText("0 of 6 done")).isVisible();
        checkpoint(page(), "lands");
        link("Connect: Connect your identity provider").click();
        connects();
        activates();
        configures();
    }

    private void connects() {
        assertThat(page().getByText(at("/login/oauth2/code/globex"))).isVisible();
        checkpoint(page(), "identity-provider");
        page().getByLabel("Issuer").fill("https://10.0.0.1");
        button("Look it up").click();
        assertThat(page().getByText("which is no public address").first()).isVisible();
        checkpoint(page(), "issuer-out-of-reach");
        page().getByLabel("Issuer").fill(issuer());
        button("Look it up").click();
        assertThat(page().getByText(issuer() + "/oauth2/token")).isVisible();
        fillClient("wrong");
        button("Connect").click();
        link("Start the test login").click();
        assertThat(page().getByText("test failed")).isVisible();
        checkpoint(page(), "test-failed");
        page().getByText("Connect another one instead").click();
        page().getByLabel("Issuer").fill(issuer());
        fillClient("switchboard");
        button("Connect").click();
        assertThat(page().getByText("not tested")).isVisible();
        link("Start the test login").click();
        assertThat(page().getByText("test passed")).isVisible();
        checkpoint(page(), "test-passed");
    }

    private void activates() {
        button("Activate").click();
        assertThat(page().getByText("nobody came through it yet")).isVisible();
        checkpoint(page(), "activated");
        link("Sign in through it now").click();
        page().waitForURL(at("/globex/setup"));
        assertThat(page().getByText("1 of 6 done")).isVisible();
        assertThat(step("Connect your identity provider").getByText("by Grace Hopperfield"))
                .isVisible();
    }

    private void configures() {
        link("Configure: Configure your tenant").click();
        page().getByLabel("Accent colour", new Page.GetByLabelOptions().setExact(true))
                .fill("#ffcc00");
        page().getByLabel("Contact address").fill("nobody");
        button("Save").click();
        assertThat(page().getByText("Choose a darker one").first()).isVisible();
        assertThat(page().getByText("Write the address as name@domain.example.").first())
                .isVisible();
        checkpoint(page(), "wrong-settings");
        page().getByLabel("Accent colour", new Page.GetByLabelOptions().setExact(true))
                .fill("#7a2f8f");
        page().getByLabel("Contact address").fill("it@globex.example");
        button("Save").click();
        assertThat(page().getByText("Last changed")).isVisible();
        checkpoint(page(), "settings");
        open(page(), "/globex/setup");
        assertThat(page().getByText("2 of 6 done")).isVisible();
        checkpoint(page(), "two-done");
    }

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

    private void fillClient(String secret) {
        page().getByLabel("Client id").fill("switchboard");
        page().getByLabel("Client secret").fill(secret);
    }

    private Locator button(String name) {
        return page().getByRole(
                        AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator link(String name) {
        return page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }

    private Locator step(String title) {
        return page().locator(".setup-step").filter(new Locator.FilterOptions().setHasText(title));
    }

    /** The embedded provider has an issuer for each path; the platform's is in the database. */
    private String issuer() {
        var platform =
                portal().bean(Tenants.class).findBySlug(new Slug("platform")).orElseThrow();
        return portal().bean(OidcConnections.class)
                .own(platform.id())
                .orElseThrow()
                .issuer()
                .replaceFirst("platform$", "globex");
    }
}
