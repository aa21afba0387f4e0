package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo of an evaluation: secure links, what they hand out, the exit criteria, the memo, and the verifier that believes nobody. */
class EvaluatorJourney extends Journey {

    private static final Path VERIFIER =
            Path.of("target", "switchboard-verify.jar").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void anEvaluatorTakesPackAndBundleByLinksTicksTheCriteriaAndVerifiesOffline() throws Exception {
        signIn(page(), "acme", "eve");
        open(page(), "/acme/evaluation");
        button(page(), "Begin the 30 days").click();
        assertThat(page().getByText("Done: begin the evaluation.")).isVisible();
        assertThat(criterion("Evidence was taken along")).containsText("open");

        open(page(), "/acme/trust");
        var pack = shared("Share the pack");
        var bundle = shared("Share the bundle");

        var stranger = newPerson();
        Files.write(folder.resolve("pack.pdf"), collected(stranger, pack));
        assertThat(Files.readAllBytes(folder.resolve("pack.pdf")))
                .startsWith("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        Files.write(folder.resolve("evidence.zip"), collected(stranger, bundle));
        Files.write(
                folder.resolve("root.jwk"),
                stranger.request().get(at("/.well-known/switchboard-root.jwk")).body());

        open(page(), "/acme/evaluation");
        assertThat(criterion("Evidence was taken along")).containsText("met");
        assertThat(criterion("The posture document was taken along")).containsText("met");
        checkpoint(page(), "criteria");
        sign();
        countersign(newPerson());
        assertThat(page().getByText("signed by both sides").first()).isVisible();

        assertThat(verified()).isZero();
    }

    /** One row of the exit criteria. */
    private Locator criterion(String title) {
        return page().locator("tr", new Page.LocatorOptions().setHasText(title));
    }

    /** The address of the link that the dialog shows once. */
    private String shared(String button) {
        button(page(), button).click();
        button(page(), "Make the link").click();
        var link = page().locator(".share-link input").inputValue();
        button(page(), "Close").click();
        assertThat(page().locator("vaadin-dialog[opened]")).hasCount(0);
        return link;
    }

    private static byte[] collected(Page stranger, String link) throws IOException {
        stranger.navigate(link);
        return Files.readAllBytes(
                stranger.waitForDownload(() -> button(stranger, "Download").click())
                        .path());
    }

    private void sign() {
        page().getByLabel("Why, or on which condition").fill("Go, on the condition that keys are brought in December.");
        button(page(), "Sign the memo").click();
        assertThat(page().getByText("Done: sign the memo.")).isVisible();
    }

    private void countersign(Page pam) {
        signIn(pam, "platform", "pam");
        open(pam, "/platform/evaluations");
        button(pam, "Read the memo of Acme, with a receipt").click();
        assertThat(pam.getByText("on the condition that keys are brought")).isVisible();
        checkpoint(pam, "memo");
        button(pam, "Countersign").click();
        assertThat(pam.getByText("Done: answer the memo.")).isVisible();
    }

    /** The jar as it is handed out, in a process of its own that knows nothing of the portal. */
    private int verified() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        List.of(java, "-jar", VERIFIER.toString(), "evidence.zip", "--trust-root", "root.jwk"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("verified.txt").toFile())
                .start()
                .waitFor();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}
