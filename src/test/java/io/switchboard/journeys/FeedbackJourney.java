package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import io.switchboard.control.flags.FlagChanges;
import io.switchboard.control.flags.FlagDraft;
import io.switchboard.control.flags.FlagKey;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** From a refusal to the board and back to whoever was refused, the sender's part by keyboard alone. */
class FeedbackJourney extends Journey {

    private static final FlagKey FLAG = new FlagKey("imports.seen-by-operators");

    private final String words = "I explain <b>imports</b> to people and cannot see them. "
            + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whoeverIsRefusedSaysSoByKeyboardAndSeesWhatBecomesOfIt() {
        var otis = page();
        signIn(otis, "globex", "otis");
        open(otis, "/globex/imports");
        reports(otis);
        var pam = newPerson();
        signIn(pam, "platform", "pam");
        closes(pam);
        open(otis, "/globex/feedback");
        checkpoint(otis, "list");
        link(otis, words).click();
        assertThat(otis.locator(".feedback-standing")).containsText("fixed");
        assertThat(otis.getByText("Otis may see them now.")).isVisible();
        checkpoint(otis, "submission");
        link(otis, "Timeline 15 minutes").click();
        assertThat(otis.getByText("feedback.submit").first()).isVisible();
    }

    @Test
    void aMegabyteIsTurnedAwayAndMarkupIsTakenAsItIs() {
        Assertions.assertThat(says("x".repeat(1 << 20)).status())
                .as("before it is read")
                .isEqualTo(413);
        var refused = says("x".repeat(5001));
        Assertions.assertThat(refused.status()).isEqualTo(422);
        Assertions.assertThat(refused.text()).contains("bad-text", "5000 are the most");
        var taken = says("</textarea><img src=x onerror=alert(1)>");
        Assertions.assertThat(taken.status()).isEqualTo(201);
        var ada = page();
        signIn(ada, "acme", "ada");
        open(ada, "/acme/feedback");
        assertThat(link(ada, "</textarea><img src=x onerror=alert(1)>")).isVisible();
    }

    private APIResponse says(String text) {
        var options = RequestOptions.create()
                .setHeader("Authorization", "Bearer " + portal().accessToken())
                .setHeader("Idempotency-Key", UUID.randomUUID().toString())
                .setData(Map.of("text", text, "impact", "slows"));
        return page().request().post(at("/api/feedback"), options);
    }

    private void reports(Page otis) {
        button(otis, "Report friction").focus();
        otis.keyboard().press("Enter");
        assertThat(otis.getByLabel("What hurts?")).isFocused();
        assertThat(otis.getByText("Action: imports.view")).isVisible();
        checkpoint(otis, "all-that-goes-along");
        otis.getByLabel("What hurts?").focus();
        otis.keyboard().type(words);
        otis.getByLabel("blocks me").focus();
        otis.keyboard().press("Space");
        otis.getByLabel("Address: /globex/imports").focus();
        otis.keyboard().press("Space");
        button(otis, "Send").focus();
        otis.keyboard().press("Enter");
        assertThat(button(otis, "Close")).isFocused();
        link(otis, "Follow what becomes of it").focus();
        otis.keyboard().press("Enter");
        assertThat(otis).hasURL(Pattern.compile(".*/globex/feedback/fbk_.*"));
        assertThat(otis.locator("vaadin-dialog")).hasCount(0);
        assertThat(otis.locator(".feedback-said")).hasText(words);
        assertThat(otis.getByText("/globex/imports", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
    }

    private void closes(Page pam) {
        makeTheFlag();
        open(pam, "/platform/board");
        checkpoint(pam, "board");
        link(pam, "imports.view on :tenant/imports").first().click();
        button(pam, "Read, with a receipt").first().click();
        assertThat(pam.getByText(words)).isVisible();
        button(pam, "Triage: the clock starts").click();
        assertThat(pam.getByText("71 h left")).isVisible();
        Assertions.assertThat(boardOverHttp()).contains("imports.view on :tenant/imports", "\"left\":\"PT71H59M");
        button(pam, "Pause the clock").click();
        assertThat(pam.getByText("Say why in 1 to 500 characters.")).isVisible();
        pam.getByLabel("Why").fill("Waiting for an answer of the tenant.");
        button(pam, "Pause the clock").click();
        assertThat(pam.getByText("paused, 71 h left")).isVisible();
        fillTheCard(pam);
        pam.getByLabel("Why").fill("Otis may see them now.");
        button(pam, "Fixed").click();
        assertThat(pam.getByText("in time, 71 h to spare")).isVisible();
        checkpoint(pam, "fixed");
    }

    private String boardOverHttp() {
        var bearer = "Bearer " + portal().accessToken("platform-automation");
        return page().request()
                .get(at("/api/board?state=triaged"), RequestOptions.create().setHeader("Authorization", bearer))
                .text();
    }

    /** A fix goes live behind a flag that exists. */
    private void makeTheFlag() {
        var platform =
                portal().bean(Tenants.class).findBySlug(new Slug("platform")).orElseThrow();
        var root = portal().bean(Members.class)
                .findByUserName(platform.id(), "root")
                .orElseThrow();
        portal().bean(FlagChanges.class)
                .create(
                        new Caller(platform.id(), Actor.user(root.id()), root.roles()),
                        FLAG,
                        new FlagDraft("Operators see imports", Optional.empty(), false));
    }

    private static void fillTheCard(Page pam) {
        pam.getByLabel("Test", new Page.GetByLabelOptions().setExact(true)).fill("ImportsViewTest");
        pam.getByLabel("Policy impact note").fill("Operators may look at imports.");
        pam.getByLabel("Performance and cost note").fill("None.");
        pam.getByLabel("Receipt coverage").fill("imports.view");
        pam.getByLabel("Flag name").fill(FLAG.value());
        pam.getByLabel("Flag name").press("Enter");
        button(pam, "Save the card").click();
        assertThat(pam.getByText("Done: save the fix card.")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }
}
