package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * From landed to active: a runbook comes in by a dry run, is run, waits for a person and for somebody else's yes, leaves an incident that knows its run; whoever is refused on the way says so; and
 * the tenant's own figures tell all of it. Its pictures are those of docs/first-week.md.
 */
final class FirstWeek {

    private static final String RUNBOOK = """
            runbook: 1
            id: orders-slow
            title: Orders are slow
            description: When an order takes longer than five seconds.
            owners: [orders-oncall]
            inputs:
              - {name: region, type: choice, options: [EU, US], required: true, description: Where it was seen}
            steps:
              - id: open
                type: command
                title: Open an incident
                with: {shell: switchboard, run: incident.open, options: {title: "Orders are slow in the {{ inputs.region }}", severity: high}}
              - id: look
                type: manual
                title: Look at the queue
                with: {instruction: "Open the dashboard of the {{ inputs.region }} and read the length of the queue."}
              - id: mitigated
                type: command
                title: Say that it is mitigated
                approval: {by: approver, message: "Are orders quick again?"}
                with: {shell: switchboard, run: incident.update, options: {number: "{{ steps.open.number }}", status: mitigated}}
            """;

    private final Journey journey;

    FirstWeek(Journey journey) {
        this.journey = journey;
    }

    void walk() {
        var grace = journey.page();
        journey.signIn(grace, "globex", "grace");
        imports(grace);
        runs(grace);
        approves();
        assertThat(grace.getByText("Ended", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        journey.checkpoint(grace, "run-done");
        looksAtTheIncident(grace);
        isRefusedAndSaysSo();
        looksAtTheFigures(grace);
        readsTheBoard();
    }

    private void imports(Page grace) {
        journey.open(grace, "/globex/imports/new?kind=runbooks");
        grace.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("runbooks.yaml", "application/yaml", RUNBOOK.getBytes(StandardCharsets.UTF_8)));
        assertThat(button(grace, "Commit 1 change")).isVisible();
        button(grace, "Commit 1 change").click();
        grace.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName("Commit").setExact(true))
                .click();
        assertThat(grace.getByText("What to do next")).isVisible();
    }

    private void runs(Page grace) {
        journey.open(grace, "/globex/runbooks?q=orders-slow");
        link(grace, "Orders are slow").click();
        link(grace, "Run this runbook").click();
        grace.locator("vaadin-select").first().click();
        grace.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("EU")).click();
        button(grace, "Run").click();
        assertThat(grace.getByText("read the length of the queue").first()).isVisible();
        journey.checkpoint(grace, "run-asks");
        button(grace, "It was done").click();
        assertThat(grace.getByText("Waits for an approver.")).isVisible();
    }

    private void approves() {
        var gus = journey.newPerson();
        journey.signIn(gus, "globex", "gus");
        journey.open(gus, "/globex/approvals");
        link(gus, "The step “Say that it is mitigated”").first().click();
        journey.checkpoint(gus, "approval");
        gus.getByLabel("Reason").fill("Orders are quick again.");
        gus.keyboard().press("Alt+a");
        assertThat(gus.locator(".approval-notice")).containsText("approved");
    }

    private void looksAtTheIncident(Page grace) {
        journey.open(grace, "/globex/incidents?q=Orders");
        link(grace, Pattern.compile("SB-\\d+")).first().click();
        assertThat(link(grace, "Orders are slow")).isVisible();
        assertThat(grace.getByText("Time to mitigate")).isVisible();
        journey.checkpoint(grace, "incident");
        journey.open(grace, "/globex/incidents/board");
        assertThat(grace.getByText("MTTM, opened to mitigated")).isVisible();
        journey.checkpoint(grace, "board-of-incidents");
    }

    private void isRefusedAndSaysSo() {
        var otis = journey.newPerson();
        journey.signIn(otis, "globex", "otis");
        journey.open(otis, "/globex/settings/members");
        button(otis, "Report friction").click();
        otis.getByLabel("What hurts?").fill("I look after the rota and cannot see who belongs to us.");
        otis.getByLabel("slows me").check();
        button(otis, "Send").click();
        link(otis, "Follow what becomes of it").click();
        assertThat(otis).hasURL(Pattern.compile(".*/globex/feedback/fbk_.*"));
        assertThat(otis.getByText("members.view").first()).isVisible();
        journey.checkpoint(otis, "refusal-reported");
    }

    private void looksAtTheFigures(Page grace) {
        journey.open(grace, "/globex/success?period=7");
        assertThat(grace.getByText("Incidents with a run").first()).isVisible();
        assertThat(grace.getByText("Wait for an approval, median").first()).isVisible();
        journey.checkpoint(grace, "success");
        journey.open(grace, "/globex/setup");
        assertThat(grace.locator(".setup-step")
                        .filter(new Locator.FilterOptions().setHasText("Decide your first approval"))
                        .getByText("by Gus"))
                .isVisible();
    }

    private void readsTheBoard() {
        var pam = journey.newPerson();
        journey.signIn(pam, "platform", "pam");
        journey.open(pam, "/platform/board");
        assertThat(link(pam, "members.view on :tenant/settings/members").first())
                .isVisible();
        journey.checkpoint(pam, "top-10");
        walksTheRoadmap(pam);
    }

    private void walksTheRoadmap(Page pam) {
        journey.open(pam, "/platform/roadmap");
        pam.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions()
                                .setName("Raise an item from imports.commit")
                                .setExact(true))
                .click();
        pam.getByLabel("Title").fill("A file that was checked comes in at once");
        pam.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Raise").setExact(true))
                .click();
        link(pam, "A file that was checked comes in at once").click();
        assertThat(pam.getByText("Choose a figure, where it stands")).isVisible();
        specifies(pam);
        assertThat(pam.locator(".gate").getByText("missing")).hasCount(0);
        journey.checkpoint(pam, "spec-ready");
        journey.open(pam, "/platform/roadmap");
        pam.getByLabel("Release").fill("v1.1");
        button(pam, "Lock the release").click();
        assertThat(pam.getByText("Done: lock v1.1.")).isVisible();
        assertThat(link(pam, "PDF of v1.1")).isVisible();
        journey.checkpoint(pam, "roadmap");
    }

    private static void specifies(Page pam) {
        pam.locator("vaadin-select").first().click();
        pam.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("Dry runs that pass"))
                .click();
        pam.getByLabel("Baseline").fill("80");
        pam.getByLabel("Target", new Page.GetByLabelOptions().setExact(true)).fill("95");
        pam.getByLabel("By", new Page.GetByLabelOptions().setExact(true)).fill("31/12/2030");
        pam.getByLabel("Governed actions").fill("imports.commit");
        pam.getByLabel("Policy plan").fill("No rule changes: whoever commits now commits then.");
        pam.getByLabel("Test plan").fill("A plan without rejects is committed in one step.");
        pam.getByLabel("Flag").fill("quick-commit");
        pam.getByLabel("What is watched").fill("Commits that succeed, by the PM each week.");
        pam.getByLabel("How it is undone").fill("The flag is switched off for everybody.");
        pam.getByLabel("Acceptance tests")
                .fill("Given a plan without rejects when it is confirmed then it is committed");
        pam.keyboard().press("Tab");
        button(pam, "Save the spec").click();
        assertThat(pam.getByText("Done: save the spec.")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, Pattern name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }
}
