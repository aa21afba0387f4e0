package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportJourney extends Journey {

    private static final String HEADER = "Login;First name;Last name;E-mail;Roles;Dept;Active;shoe_size\n";

    @Test
    void aPartnerAdminBringsTwoThousandPeopleIn() throws IOException {
        signIn(page(), "globex", "grace");
        open(page(), "/globex/imports");
        checkpoint(page(), "nothing-yet");
        button("Import a file").click();
        assertThat(button("Choose a file…")).isVisible();
        give("people-june.csv", people());
        assertThat(button("Dry run")).isVisible();
        checkpoint(page(), "mapping");
        button("Dry run").click();
        assertThat(button("Commit 1,992 changes")).isVisible();
        checkpoint(page(), "diff");
        group("held");
        Settled.await(page());
        page().getByRole(AriaRole.CHECKBOX).locator("visible=true").first().click();
        assertThat(button("Commit 1,993 changes")).isVisible();
        group("reject");
        checkpoint(page(), "rejects");
        assertThat(rejectedRows()).startsWith("Login,First name").contains("E-103");
        page().reload();
        assertThat(button("Commit 1,993 changes")).isVisible();
        button("Commit 1,993 changes").click();
        page().getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName("Commit").setExact(true))
                .click();
        assertThat(page().getByText("What to do next")).isVisible();
        checkpoint(page(), "result");
        open(page(), "/globex/imports");
        checkpoint(page(), "list");
    }

    @Test
    void aFileThatIsNoTableIsRefusedInOneSentence() {
        signIn(page(), "globex", "grace");
        open(page(), "/globex/imports/new");
        give("people.xlsx.csv", "PK\u0003\u0004 and so on");
        assertThat(page().locator(".imports-notice")).containsText("Save it as CSV");
    }

    @Test
    void anOperatorIsToldWhoImports() {
        signIn(page(), "globex", "otis");
        open(page(), "/globex/imports");
        assertThat(page().getByRole(AriaRole.ALERT)).containsText("Not allowed: see imports");
        checkpoint(page(), "may-not-see");
        open(page(), "/globex/imports/new");
        give("people.csv", "user_name\nmaria\n");
        assertThat(page().locator(".refusal")).containsText("Not allowed: import people");
    }

    private static String people() {
        var rows = IntStream.range(0, 1_980)
                .mapToObj(i -> "person." + i + ";Given " + i + ";Family;person." + i
                        + "@example.com;evaluator;Payments;yes;41\n")
                .collect(Collectors.joining());
        return HEADER
                + "gus;Gus;Of Globex;gus@example.com;approver|operator;Risk;yes;38\n"
                + "otis;Otis;Operator;otis@example.com;operator;Payments;yes;44\n"
                + "eve;=cmd();Evaluator;eve@;evaluator;Legal;perhaps;44\n"
                + "new.admin;New;Admin;new.admin@example.com;partner-admin;Board;yes;40\n"
                + rows
                + IntStream.range(0, 11)
                        .mapToObj(i -> "late." + i + ";Late;Comer;;;;no;\n")
                        .collect(Collectors.joining())
                + "twice;A;A;;;;yes;\ntwice;B;B;;;;yes;\nshort;row\n";
    }

    private void group(String name) {
        page().getByRole(AriaRole.RADIO, new GetByRoleOptions().setName(name)).check();
    }

    private void give(String name, String content) {
        page().locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    private String rejectedRows() throws IOException {
        var download = page().waitForDownload(
                        () -> page().getByText("rejected rows as CSV").click());
        return Files.readString(download.path());
    }

    private Locator button(String name) {
        return page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
