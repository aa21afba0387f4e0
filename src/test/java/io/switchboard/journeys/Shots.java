package io.switchboard.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/** Pictures of one journey, numbered within each of its tests: {@code target/screenshots/sign-in/01-welcome-1280.png}. */
final class Shots {

    private final Path folder;

    /** Pictures of an earlier run make room. */
    Shots(Class<?> journey) {
        folder = Path.of("target", "screenshots", name(journey));
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    /** {@code SignInJourney} is {@code sign-in}. */
    static String name(Class<?> journey) {
        return journey.getSimpleName()
                .replaceFirst("Journey$", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    void take(Page page, String name, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + "-" + width + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }
}
