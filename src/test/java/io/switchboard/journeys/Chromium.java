package io.switchboard.journeys;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A Chromium for the journeys: the one that {@code CHROMIUM_PATH} names, an installed one, the one Playwright keeps, or else one that is installed
 * now: from Debian's archive where we are root there, otherwise by Playwright. Where all of that fails, one sentence says so.
 */
final class Chromium {

    static final String NAMED = "CHROMIUM_PATH";

    private static final List<Path> USUAL = Stream.of(
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/usr/bin/google-chrome-stable",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
            .map(Path::of)
            .toList();
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration INSTALL = Duration.ofMinutes(6);

    private final Machine machine;
    private final Debian debian;
    private final Consumer<String> log;

    Chromium(Machine machine, Consumer<String> log) {
        this.machine = machine;
        this.debian = new Debian(machine);
        this.log = log;
    }

    /** An executable that answers {@code --version}. */
    Path find() {
        return machine.env(NAMED)
                .map(this::named)
                .or(this::usual)
                .or(this::playwrightsOwn)
                .or(this::fromDebian)
                .or(this::fromPlaywright)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "No Chromium was found and none could be installed; install the package chromium, or set CHROMIUM_PATH to a Chromium or Chrome, and run this again."));
    }

    private Path named(String path) {
        return Optional.of(Path.of(path))
                .filter(this::works)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "CHROMIUM_PATH names " + path
                                        + ", which does not run as a browser; let it name a Chromium or Chrome, or unset it to have one found."));
    }

    private Optional<Path> usual() {
        return USUAL.stream().filter(this::works).findFirst();
    }

    private Optional<Path> playwrightsOwn() {
        return Optional.of(machine.playwrightsOwn()).filter(this::works);
    }

    private Optional<Path> fromDebian() {
        if (!debian.canInstall()) {
            return Optional.empty();
        }
        say("apt-get install chromium");
        debian.install(INSTALL, "chromium");
        return usual();
    }

    private Optional<Path> fromPlaywright() {
        say("Playwright's own install");
        return machine.installPlaywrightsOwn(INSTALL) ? playwrightsOwn() : Optional.empty();
    }

    /** Some systems have a file of that name which only says where to get the browser. */
    private boolean works(Path file) {
        return machine.executable(file) && machine.run(ANSWER, Map.of(), List.of(file.toString(), "--version"));
    }

    private void say(String how) {
        log.accept("The journeys need a Chromium and this machine has none; trying " + how
                + " (a minute or two, at most " + INSTALL.toMinutes() + ").");
    }
}
