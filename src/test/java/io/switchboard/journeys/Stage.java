package io.switchboard.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/** The browser side of one test: a context for each person in it, what their consoles complained about, and a trace in case the test fails. */
final class Stage {

    static final int WIDTH = 1280;
    static final int HEIGHT = 900;

    private final JourneyPortal portal;
    private final Browser browser;
    private final Shots shots;
    private final Complaints complaints;
    private final List<BrowserContext> people = new ArrayList<>();
    private int checkpoints;

    Stage(JourneyPortal portal, Browser browser, Shots shots) {
        this.portal = portal;
        this.browser = browser;
        this.shots = shots;
        this.complaints = new Complaints(portal.address());
    }

    JourneyPortal portal() {
        return portal;
    }

    Shots shots() {
        return shots;
    }

    /** The name of the next checkpoint with its number in this test. */
    String numbered(String name) {
        return String.format(Locale.ROOT, "%02d-%s", ++checkpoints, name);
    }

    Complaints complaints() {
        return complaints;
    }

    /** A browser without a past: no cookie, no sign-in. */
    Page newPerson() {
        var person = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(WIDTH, HEIGHT)
                .setLocale("en-GB")
                .setTimezoneId("UTC"));
        people.add(person);
        person.setDefaultTimeout(30_000);
        complaints.listenTo(person);
        // Pictures of every action take as long as the actions: they are for whoever looks for a fault.
        boolean pictures = Boolean.getBoolean("journeys.trace");
        person.tracing()
                .start(new Tracing.StartOptions().setScreenshots(pictures).setSnapshots(pictures));
        return person.newPage();
    }

    /** Ends every context; keeps its trace and what its pages looked like in {@code target/journey-failures/<test>} where it failed. */
    void end(boolean failed, String test) {
        var folder = Path.of("target", "journey-failures", test);
        FileSystemUtils.deleteRecursively(folder.toFile());
        for (int i = 0; i < people.size(); i++) {
            if (failed) {
                keep(people.get(i), folder, "person-" + (i + 1));
            }
            people.get(i).close();
        }
        people.clear();
    }

    private static void keep(BrowserContext person, Path folder, String name) {
        var pages = person.pages();
        for (int i = 0; i < pages.size(); i++) {
            pages.get(i)
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(folder.resolve(name + (i == 0 ? "" : "-" + i) + ".png"))
                            .setFullPage(true));
        }
        person.tracing().stop(new Tracing.StopOptions().setPath(folder.resolve(name + "-trace.zip")));
    }
}
