package io.switchboard.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a journey stands on: the running portal with the demo tenants, and a browser without a past for each test. A journey shares the portal with
 * the journeys before it, so it relies on what it made itself. Whatever fails leaves a picture and a trace in {@code target/journey-failures}.
 */
@ExtendWith(JourneyExtension.class)
public abstract class Journey {

    private @Nullable Stage stage;
    private @Nullable Page page;

    void enter(Stage entered) {
        stage = entered;
        page = null;
    }

    /** The page of the test's first person. */
    protected final Page page() {
        if (page == null) {
            page = newPerson();
        }
        return page;
    }

    /** A page of somebody else, in a browser of their own. */
    protected final Page newPerson() {
        return stage().newPerson();
    }

    protected final JourneyPortal portal() {
        return stage().portal();
    }

    /** The full address of a path that starts with a slash. */
    protected final String at(String path) {
        return portal().address() + path;
    }

    /** Opens a path and waits until the page has settled. */
    protected final void open(Page page, String path) {
        page.navigate(at(path));
        Settled.await(page);
    }

    /** Opens a path that must be answered with 404. */
    protected final void openMissing(Page page, String path) {
        var response = Objects.requireNonNull(page.navigate(at(path)));
        Settled.await(page);
        Assertions.assertThat(response.status()).as("status of " + path).isEqualTo(404);
        pardon(path, 404);
    }

    /** The answer with that status at addresses that begin with the path was asked for; the browser calls it an error. */
    protected final void pardon(String path, int status) {
        stage().complaints().pardon(at(path), status);
    }

    /** Goes to the tenant's address, gives the demo person's name and password to the provider, and is back in the portal. */
    protected final void signIn(Page page, String tenant, String user) {
        page.navigate(at("/" + tenant));
        giveCredentials(page, user);
        page.waitForURL(url -> url.startsWith(at("/" + tenant)));
        Settled.await(page);
    }

    /** Fills the provider's form, which has to be on the page. */
    protected final void giveCredentials(Page page, String user) {
        page.getByLabel("Username").fill(user);
        page.getByLabel("Password").fill(user);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    /** Signs out by the person's own menu. */
    protected final void signOut(Page page) {
        page.locator("vaadin-menu-bar.person vaadin-menu-bar-button").first().click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
    }

    /** Waits until the page has settled, takes its pictures, and checks what holds for every page of the portal. */
    protected final void checkpoint(Page page, String name) {
        new Checkpoint(page, stage()).pass(name);
    }

    private Stage stage() {
        return Objects.requireNonNull(stage, "the extension enters before each test");
    }
}
