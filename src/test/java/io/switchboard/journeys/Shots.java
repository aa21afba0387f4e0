package io.switchboard.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.Locale;

/** Numbered pictures of one journey: {@code target/screenshots/sign-in/01-welcome-1280.png}. */
final class Shots {

    private final Path folder;
    private int taken;

    Shots(Class<?> journey) {
        folder = Path.of("target", "screenshots", name(journey));
    }

    /** {@code SignInJourney} is {@code sign-in}. */
    static String name(Class<?> journey) {
        return journey.getSimpleName()
                .replaceFirst("Journey$", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** Takes the next number for a checkpoint of this name. */
    String next(String name) {
        return String.format(Locale.ROOT, "%02d-%s", ++taken, name);
    }

    void take(Page page, String numbered, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(numbered + "-" + width + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }
}
