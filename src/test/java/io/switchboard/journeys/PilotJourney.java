package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.OidcConnections;
import io.switchboard.platform.tenancy.Tenants;
import io.switchboard.verify.OfflineVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A pilot's first hour, all of it: globex lands, connects its provider, configures itself, brings people in, and takes evidence along that a stranger verifies
 * without the portal. Its pictures are those of docs/first-hour.md.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PilotJourney extends Journey {

    private static final String PEOPLE = """
            user_name,given_name,family_name,email,roles,department,active,shoe_size
            lara.kay,Lara,Kay,lara.kay@globex.example,operator,Payments,true,38
            tom.reed,Tom,Reed,tom.reed@globex.example,operator,Payments,true,44
            sofia.dahl,Sofia,Dahl,sofia.dahl@globex.example,evaluator,Risk,true,39
            otis,Otis,Lindqvist,otis@globex.example,operator|approver,Operations,true,43
            mia,Mia,Tanaka,mia@globex.example,operator,Operations,true,37
            j.doe,Jan,Doe,j.doe@,operator,Support,true,45
            """;

    @TempDir
    Path folder;

    @Test
    @Order(1)
    void bringsGlobexFromAnEmptyChecklistToEvidenceThatAStrangerVerifies() throws IOException {
        signIn(page(), "globex", "grace");
        page().waitForURL(at("/globex/setup"));
        assertThat(page().getByText("0 of 6 done")).isVisible();
        checkpoint(page(), "lands");
        link("Connect: Connect your identity provider").click();
        connects();
        activates();
        configures();
        imports();
        takesTheEvidenceAlong();
    }

    /** What follows on the first hour, in the same portal. */
    @Test
    @Order(2)
    void runsARunbookUnderFourEyesAndSeesItInTheFigures() {
        new FirstWeek(this).walk();
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

    private void imports() {
        open(page(), "/globex/imports/new");
        page().locator("input[type=file]")
                .setInputFiles(new FilePayload("people-june.csv", "text/csv", PEOPLE.getBytes(StandardCharsets.UTF_8)));
        assertThat(button("Dry run")).isVisible();
        checkpoint(page(), "mapping");
        button("Dry run").click();
        assertThat(page().getByText("raises privileges").first()).isVisible();
        checkpoint(page(), "diff");
        page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Commit"))
                .first()
                .click();
        button("Commit").click();
        assertThat(page().getByText("What to do next")).isVisible();
        checkpoint(page(), "imported");
    }

    private void takesTheEvidenceAlong() throws IOException {
        open(page(), "/globex/trust");
        var export = page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Evidence bundle"));
        Files.readAllBytes(page().waitForDownload(export::click).path()); // its receipt is in the next one
        var bundle = Files.readAllBytes(page().waitForDownload(export::click).path());
        open(page(), "/globex/trust");
        checkpoint(page(), "trust");
        open(page(), "/globex/setup");
        assertThat(page().getByText("3 of 6 done")).isVisible();
        checkpoint(page(), "three-done");
        open(page(), "/globex/receipts");
        checkpoint(page(), "receipts");
        verifiesOffline(bundle);
    }

    private void verifiesOffline(byte[] bundle) throws IOException {
        var root = page().request().get(at("/.well-known/switchboard-root.jwk")).body();
        var accepted = OfflineVerifier.run(folder, bundle, root);
        assertThat(accepted.exit()).as(accepted.output()).isZero();
        assertThat(accepted.output()).contains("valid: included");
        bundle[bundle.length / 3] ^= 1;
        var refused = OfflineVerifier.run(folder, bundle, root);
        assertThat(refused.exit()).as(refused.output()).isEqualTo(1);
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
