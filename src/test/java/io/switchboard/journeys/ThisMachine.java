package io.switchboard.journeys;

import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The machine this process runs on, with the Playwright that drives browsers there. */
final class ThisMachine extends ThisHost implements Machine {

    private final Playwright playwright;

    ThisMachine(Playwright playwright) {
        this.playwright = playwright;
    }

    @Override
    public Path playwrightsOwn() {
        return Path.of(playwright.chromium().executablePath());
    }

    @Override
    public boolean installPlaywrightsOwn(Duration limit) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return run(
                limit,
                Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", ""),
                List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        CLI.class.getName(),
                        "install",
                        "chromium"));
    }
}
